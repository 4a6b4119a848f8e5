import type { CaseFacts } from "../../modules/reconciliation/cases-sql"
import { withAttemptLog } from "../../utils/with-attempt-log"
import { paymentProvider } from "../../utils/payment-provider"
import { errorLine, redact } from "../../utils/redact"
import { inPaymentsTurn } from "../payment-webhooks/payments-turn"
import { askGateway, type GatewayAnswer } from "./ask-gateway"
import { type Books, readBooks } from "./books"
import { compare } from "./compare"
import type { Difference } from "./difference"
import { LOCKED_MS, type Look, type Looked } from "./look"
import {
  listReconciliationCaseWorkflow,
  noteReconciliationRepairWorkflow,
} from "./put-case"
import { NoAnswer } from "./reach"
import { carryOut, type Repaired } from "./repair"

const NOTHING: Looked = { waitUntil: null, isHeldUp: false }
const HELD_UP: Looked = { waitUntil: null, isHeldUp: true }

type Seen = {
  books: Books
  answer: GatewayAnswer
  differences: Difference[]
  waitUntil: Date | null
}

/** Compares one payment session with the gateway, and sets right or lists what is different. */
export async function examineSession(look: Look, id: string): Promise<Looked> {
  try {
    const seen = await see(look, id)
    if (!seen || seen === "paused") {
      return seen ? HELD_UP : NOTHING
    }
    if (seen.differences.length === 0) {
      const { waitUntil } = seen
      await (waitUntil ?? look.service.closeCases(id, look.ages.now))
      return { waitUntil, isHeldUp: false }
    }
    const turn = {
      provider_id: seen.books.session.provider_id,
      gateway_payment_id: gatewayPaymentOf(seen.answer) ?? id,
    }
    return await inPaymentsTurn(look.container, turn, () => setRight(look, id))
  } catch (error) {
    const line = error instanceof NoAnswer ? error.message : errorLine(error)
    look.logger.warn(`[reconciliation] ${id}: ${line}`)
    return HELD_UP
  }
}

const gatewayPaymentOf = ({ payment }: GatewayAnswer) =>
  (payment.paid ?? payment.surplus[0])?.gateway_payment_id

/** @returns nothing for what is gone, or older than the suite in this store */
async function see(
  look: Look,
  id: string
): Promise<Seen | "paused" | undefined> {
  const books = await readBooks(look.container, id)
  const madeAt = books?.order?.created_at ?? createdAt(books)
  if (!books || !madeAt || madeAt < look.installedAt) {
    return undefined
  }
  const { provider_id } = books.session
  if (!paymentProvider(look.container, provider_id)) {
    // It left the store's configuration: nobody can tell.
    return undefined
  }
  if (look.reach.isPaused(provider_id)) {
    return "paused"
  }
  const answer = await look.reach.ask(provider_id, () =>
    askGateway(look.container, books)
  )
  return { books, answer, ...compare(books, answer, look.ages) }
}

function createdAt(books: Books | undefined): Date | undefined {
  const { created_at } = (books?.session ?? {}) as {
    created_at?: string | Date
  }
  return created_at ? new Date(created_at) : undefined
}

/** Looked at again in its turn: a webhook may have set it right since. */
async function setRight(look: Look, id: string): Promise<Looked> {
  const seen = await see(look, id)
  if (!seen || seen === "paused") {
    return seen ? HELD_UP : NOTHING
  }
  let { waitUntil } = seen
  const repaired: Difference[] = []
  for (const difference of seen.differences) {
    const { end } = await setOneRight(look, seen, difference)
    if (end === "wait") {
      waitUntil = new Date(look.ages.now.getTime() + LOCKED_MS)
    } else if (end === "repaired") {
      repaired.push(difference)
    }
  }
  await listWhatDidNotHold(look, id, repaired)
  return { waitUntil, isHeldUp: false }
}

/** Repairing the same each minute would help nobody. */
async function listWhatDidNotHold(
  look: Look,
  id: string,
  repaired: Difference[]
) {
  const seen = repaired.length > 0 ? await see(look, id) : undefined
  if (!seen || seen === "paused") {
    return
  }
  for (const { kind, subject_id } of repaired) {
    const again = seen.differences.find(
      (other) => other.kind === kind && other.subject_id === subject_id
    )
    if (again) {
      const reason = `${again.reason}; setting it right did not help`
      const input = { ...factsOf(seen, again), reason }
      await listReconciliationCaseWorkflow(look.container).run({ input })
    }
  }
}

async function setOneRight(
  look: Look,
  seen: Seen,
  difference: Difference
): Promise<Repaired> {
  const { container, service } = look
  const { kind, subject_id } = difference
  const [dismissed] = await service.listReconciliationCases(
    { kind, subject_id, status: "dismissed" },
    { take: 1, select: ["id"] }
  )
  if (dismissed) {
    return { end: "list", reason: "Dismissed" }
  }
  const facts = factsOf(seen, difference)
  const repaired = await logged(seen, difference, () =>
    carryOut(container, seen.books, difference)
  ).catch((error: unknown): Repaired & { error?: string } => ({
    end: "list",
    reason: difference.reason,
    error: errorLine(error),
  }))
  if (repaired.end === "repaired") {
    await noteReconciliationRepairWorkflow(container).run({ input: facts })
    look.logger.info(`[reconciliation] repaired ${kind} ${subject_id}`)
  } else if (repaired.end === "list") {
    const { reason } = repaired
    const error = "error" in repaired ? (repaired.error as string) : null
    const input = { ...facts, reason, error }
    await listReconciliationCaseWorkflow(container).run({ input })
    look.logger.warn(`[reconciliation] listed ${kind} ${subject_id}: ${reason}`)
  }
  return repaired
}

/** In the transaction log, with what it was about; what is only listed moves nothing. */
function logged(
  { books, answer }: Seen,
  { kind, repair }: Difference,
  work: () => Promise<Repaired> | Repaired
): Promise<Repaired> {
  if (repair.do === "list") {
    return Promise.resolve(work())
  }
  const { session, payment } = books
  const moved =
    "refund" in repair
      ? repair.refund
      : "capture" in repair
        ? repair.capture
        : session
  const attempt = {
    provider_id: session.provider_id,
    action: "reconcile" as const,
    session_id: session.id,
    payment_id: payment?.id ?? null,
    capture_id: "capture" in repair ? repair.capture.id : null,
    refund_id:
      "refund" in repair && "id" in repair.refund ? repair.refund.id : null,
    gateway_payment_id: gatewayPaymentOf(answer) ?? null,
    gateway_reference_id: null,
    amount: String(moved.amount),
    currency_code: session.currency_code,
    state_before: kind,
  }
  return withAttemptLog(attempt, async () => work(), {
    read: ({ end }) => ({
      outcome: end === "repaired" ? "succeeded" : "refused",
      state_after: `${repair.do}: ${end}`,
    }),
    fail: (error) => ({ outcome: "unknown", error: errorLine(error) }),
  })
}

function factsOf(
  { books, answer }: Seen,
  { kind, subject_id, reason }: Difference
): CaseFacts {
  const { session, payment, order, cart_id } = books
  return {
    ...{ kind, subject_id, reason, cart_id },
    provider_id: session.provider_id,
    order_id: order?.id ?? null,
    session_id: session.id,
    payment_id: payment?.id ?? null,
    gateway_payment_id: gatewayPaymentOf(answer) ?? null,
    medusa: {
      session: {
        status: session.status,
        amount: session.amount,
        currency_code: session.currency_code,
      },
      order,
      payment,
    },
    gateway: redact({ source: answer.source, ...answer.payment }),
  }
}
