import type { TaskContext } from "../../utils/define-task"
import { featureOptions } from "../../config/suite-options"
import { addJob } from "../../utils/add-job"
import { inTransaction } from "../../utils/in-transaction"
import { errorLine } from "../../utils/redact"
import { examineCheckout } from "./examine-checkout"
import { examineSession } from "./examine-session"
import type { Look, Looked } from "./look"
import { lookAt } from "./look-at"
import { notePauses } from "./pause-providers"
import { examineStock } from "./repair-stock-drift"
import { watchAccounts } from "./watch-accounts"
import { windowsOf } from "./windows"

export const RUN_TASK = "reconciliation-run"

const BATCH = 100
const AT_ONCE = 4
/** A run ends before the next begins; what is left is the next one's. */
const BUDGET_MS = 45_000
/** Sooner than the next minute. */
const SOON_MS = 60_000

/** One look at all that may be wrong. Bounded: what does not fit into a minute waits for the next. */
export async function runReconciliation({
  container,
  now,
}: Pick<TaskContext, "container" | "now">): Promise<void> {
  const look = await lookAt(container, now)
  const all = await lookAtAll(look)
  await notePauses(look)
  await comeAgain(look, all)
}

async function lookAtAll(look: Look): Promise<Looked[]> {
  const { service, ages, installedAt } = look
  const end = Date.now() + BUDGET_MS
  const providers = await watchAccounts(look)
  const last = await service.lastRun()
  const askedUntil = last ? new Date(last.asked_until) : installedAt
  const windows = windowsOf(
    { now: ages.now, installedAt, askedUntil },
    featureOptions("reconciliation")
  )
  const dead = await service.findDeadCheckouts(windows.recent, BATCH)
  const all = await each(dead, end, (checkout) =>
    examineCheckout(look, checkout)
  )
  const due = await service.findDueSessions(ages.now, BATCH)
  all.push(...(await each(due, end, (id) => examineSession(look, id))))

  let cursor = last?.session_cursor ?? ""
  const began = cursor && last ? new Date(last.pass_began_at) : ages.now
  let isHeldUp = false
  while (Date.now() < end) {
    const page = { after: cursor, size: BATCH }
    const ids = await service.findSuspectSessions(
      { ...windows, providers },
      page
    )
    const looked = await each(ids, end, (id) => examineSession(look, id))
    isHeldUp ||= looked.some((one) => one.isHeldUp)
    all.push(...looked)
    cursor = ids.length < BATCH ? "" : (ids.at(-1) ?? "")
    if (!cursor) {
      break
    }
  }
  const isDone = !cursor && !isHeldUp && look.reach.paused.size === 0
  await service.endRun({
    asked_until: isDone ? began : askedUntil,
    pass_began_at: began,
    session_cursor: cursor,
    stock_cursor: await examineStock(look, last?.stock_cursor ?? ""),
    ended_at: new Date(),
  })
  return all
}

/** Some at a time, none after the end. One that fails keeps no other from its turn. */
async function each<Subject>(
  subjects: Subject[],
  end: number,
  examine: (subject: Subject) => Promise<Looked>
): Promise<Looked[]> {
  const looked: Looked[] = []
  const left = [...subjects]
  const work = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      if (Date.now() > end) {
        looked.push({ waitUntil: null, isHeldUp: true })
        return
      }
      looked.push(await examine(one))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return looked
}

/** What could not be judged yet is not left until the next minute. */
async function comeAgain({ container, ages, logger }: Look, all: Looked[]) {
  const [first] = all
    .flatMap(({ waitUntil }) => (waitUntil ? [waitUntil] : []))
    .sort((one, other) => one.getTime() - other.getTime())
  if (!first || first.getTime() - ages.now.getTime() > SOON_MS) {
    return
  }
  try {
    await inTransaction(container, (sql) =>
      addJob(
        sql,
        RUN_TASK,
        {},
        {
          key: `${RUN_TASK}:soon`,
          // The queue of its cron: never two at once.
          queue: `cron:${RUN_TASK}`,
          runAt: new Date(first.getTime() + 500),
          maxAttempts: 1,
        }
      )
    )
  } catch (error) {
    logger.warn(`[reconciliation] ${errorLine(error)}`)
  }
}
