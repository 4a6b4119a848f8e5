import type { CaseFacts } from "../../modules/reconciliation/cases-sql"
import type { DeadCheckout } from "../../modules/reconciliation/candidates-sql"
import { errorLine } from "../../utils/redact"
import { momentOf } from "../../utils/ulid"
import { withAttemptLog } from "../../utils/with-attempt-log"
import { inCartsTurn } from "../common/in-carts-turn"
import { examineSession } from "./examine-session"
import { linkOrderWorkflow, reserveOrderWorkflow } from "./finish-order"
import { LOCKED_MS, type Look, type Looked } from "./look"
import {
  listReconciliationCaseWorkflow,
  noteReconciliationRepairWorkflow,
} from "./put-case"
import { type Checkout, readCheckout } from "./steps/read-checkout"
import { undoOrderWorkflow } from "./undo-order"

/**
 * Ends a checkout whose server died in it: an order that it left without its cart goes, one that
 * the cart has gets what it lacks, and its payments are compared with the gateway.
 */
export async function examineCheckout(
  look: Look,
  dead: DeadCheckout
): Promise<Looked> {
  const { container, service, ages } = look
  const { cart_id } = dead
  const turn = await inCartsTurn(container, cart_id, async () => {
    const checkout = await readCheckout(container, cart_id, momentOf(dead.id))
    // Another checkout of the same shopper may be about to link its order.
    const young = checkout?.orphans.find(({ created_at }) =>
      isYoung(look, created_at)
    )
    if (checkout && !young) {
      await removeOrphans(look, cart_id, checkout)
      await linkOrder(look, cart_id, checkout.order_id)
    }
    return young ? "young" : checkout
  })
  if (!turn || turn.result === "young") {
    return {
      waitUntil: new Date(ages.now.getTime() + LOCKED_MS),
      isHeldUp: true,
    }
  }
  const looked = await examineSessions(look, turn.result?.session_ids ?? [])
  if (!looked.isHeldUp && !looked.waitUntil) {
    await reserveMissing(look, dead)
    await service.closeDeadCheckout(dead.id)
  }
  return looked
}

const isYoung = ({ ages }: Look, madeAt: Date | string) =>
  new Date(madeAt).getTime() > ages.now.getTime() - ages.graceMs

async function examineSessions(look: Look, ids: string[]): Promise<Looked> {
  const all: Looked[] = []
  for (const id of ids) {
    all.push(await examineSession(look, id))
  }
  return {
    waitUntil: all.find(({ waitUntil }) => waitUntil)?.waitUntil ?? null,
    isHeldUp: all.some(({ isHeldUp }) => isHeldUp),
  }
}

async function removeOrphans(
  look: Look,
  cartId: string,
  { orphans, provider_id, session_ids }: Checkout
) {
  for (const { id, has_same_items } of orphans) {
    const facts: CaseFacts = {
      kind: "orphan_order",
      subject_id: id,
      order_id: id,
      cart_id: cartId,
      session_id: session_ids.at(-1) ?? null,
      provider_id,
      reason: "A checkout died before its order was linked to the cart",
    }
    await (has_same_items
      ? undoOrphan(look, facts)
      : listOrphan(look, facts, "the cart holds other goods by now"))
  }
}

async function undoOrphan(look: Look, facts: CaseFacts) {
  const { container } = look
  const order_id = facts.subject_id
  const input = { order_id, cart_id: facts.cart_id ?? null }
  try {
    await logged(facts, () => undoOrderWorkflow(container).run({ input }))
    await noteReconciliationRepairWorkflow(container).run({ input: facts })
  } catch (error) {
    await listOrphan(look, facts, errorLine(error))
  }
}

const listOrphan = (look: Look, facts: CaseFacts, why: string) =>
  list(look, { ...facts, reason: `${facts.reason}; ${why}` })

async function list({ container, logger }: Look, input: CaseFacts) {
  await listReconciliationCaseWorkflow(container).run({ input })
  const { kind, subject_id, reason } = input
  logger.warn(`[reconciliation] listed ${kind} ${subject_id}: ${reason}`)
}

/** Only of what has a provider: the log is one of payments. */
function logged(facts: CaseFacts, work: () => Promise<unknown>) {
  const { provider_id } = facts
  if (!provider_id) {
    return work()
  }
  const attempt = {
    provider_id,
    action: "reconcile" as const,
    session_id: facts.session_id ?? null,
    gateway_payment_id: null,
    gateway_reference_id: facts.order_id ?? null,
    amount: null,
    currency_code: null,
    state_before: facts.kind,
  }
  return withAttemptLog(attempt, work, {
    read: () => ({ state_after: "undo_order: repaired" }),
    fail: (error) => ({ outcome: "unknown", error: errorLine(error) }),
  })
}

async function linkOrder(look: Look, cart_id: string, order_id: string | null) {
  if (order_id) {
    const input = { order_id, cart_id }
    await linkOrderWorkflow(look.container).run({ input })
  }
}

/** After its payment is settled: an order that was undone needs no stock. */
async function reserveMissing(look: Look, { id, cart_id }: DeadCheckout) {
  const { container } = look
  const checkout = await readCheckout(container, cart_id, momentOf(id))
  const order_id = checkout?.order_id
  if (!order_id) {
    return
  }
  const facts: CaseFacts = {
    kind: "missing_stock",
    subject_id: order_id,
    ...{ order_id, cart_id },
    provider_id: checkout.provider_id,
    reason: "A checkout died before it had reserved its goods",
  }
  try {
    const { result: reserved } = await reserveOrderWorkflow(container).run({
      input: { order_id },
    })
    if (reserved > 0) {
      await noteReconciliationRepairWorkflow(container).run({ input: facts })
    }
  } catch (error) {
    const reason = `${facts.reason}, and now they cannot be`
    await list(look, { ...facts, reason, error: errorLine(error) })
  }
}
