import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { answersReconciler } from "../../../utils/gateway-payment"
import { inTransaction } from "../../../utils/in-transaction"
import { paymentProvider } from "../../../utils/payment-provider"
import { inCartsTurn } from "../../../workflows/common/in-carts-turn"
import { examineSession } from "../../../workflows/reconciliation/examine-session"
import { lookAt } from "../../../workflows/reconciliation/look-at"

/** A checkout that runs beside this one has its payment decided by then. */
const PATIENCE_S = 15

const UNSETTLED = `
  select session.id, session.provider_id from order_cart
  join cart_payment_collection link on link.cart_id = order_cart.cart_id and link.deleted_at is null
  join payment_session session
    on session.payment_collection_id = link.payment_collection_id and session.deleted_at is null
  where order_cart.cart_id = ? and order_cart.deleted_at is null
    and not exists (
      select from payment_session settled
      where settled.payment_collection_id = link.payment_collection_id and settled.deleted_at is null
        and settled.status in ('authorized', 'captured', 'pending_authorization'))
  order by session.id desc limit 1`

type Unsettled = { id: string; provider_id: string }

/**
 * Medusa answers "placed" for a cart that has an order, whether or not anybody paid: that of a
 * checkout whose server died before it asked the gateway, too. So the gateway is asked first, and
 * a shopper is told of an order only when that order stands.
 */
export function settleDeadCheckout(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  settle(req, req.params.id ?? "").then(
    (left) => next(left ? inDoubt() : undefined),
    (error: unknown) => next(error)
  )
}

const inDoubt = () =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    "The payment of this cart is being looked at: try again in a minute"
  )

/** @returns a session whose order nobody has paid for still */
async function settle({ scope }: MedusaRequest, cartId: string) {
  const find = async () => {
    const [found] = (await inTransaction(scope, (sql) =>
      sql.execute(UNSETTLED, [cartId])
    )) as Unsettled[]
    const provider = found && paymentProvider(scope, found.provider_id)
    return provider && answersReconciler(provider) ? found : undefined
  }
  if (!(await find())) {
    return undefined
  }
  // Whoever works on it now is let finish.
  const turn = await inCartsTurn(scope, cartId, find, PATIENCE_S)
  const dead = turn?.result
  if (dead) {
    const look = await lookAt(scope, new Date(), { graceMs: 0 })
    await examineSession(look, dead.id)
  }
  return turn ? find() : undefined
}
