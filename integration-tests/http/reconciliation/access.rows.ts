import { cartReadyToPay } from "../../helpers/carts"
import { databaseUrl } from "../../helpers/environment"
import { query } from "../../helpers/database"
import { listedCase } from "../../helpers/reconciliation"
import { type AccessRow, onlyAdmin } from "../access.table"

const PATH = "/admin/reconciliation"

const one = async () => ({ params: { id: await listedCase(databaseUrl()) } })

/** About a payment session that exists. */
async function retriable() {
  const { cart } = await cartReadyToPay()
  const [session] = await query<{ id: string }>(
    databaseUrl(),
    `select s.id from cart_payment_collection l
     join payment_session s on s.payment_collection_id = l.payment_collection_id where l.cart_id = $1`,
    [cart.id]
  )
  const id = await listedCase(databaseUrl(), { session_id: session?.id })
  return { params: { id } }
}

export const reconciliationAccess = (): AccessRow[] => [
  { method: "GET", route: PATH, expected: onlyAdmin(200) },
  {
    method: "GET",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: one,
  },
  {
    method: "POST",
    route: `${PATH}/:id/retry`,
    expected: onlyAdmin(200),
    prepare: retriable,
  },
  {
    method: "POST",
    route: `${PATH}/:id/dismiss`,
    expected: onlyAdmin(200),
    prepare: async () => ({ ...(await one()), body: { reason: "By phone" } }),
  },
  {
    // The tier's server has no provider whose account could change.
    method: "POST",
    route: `${PATH}/:id/confirm`,
    expected: onlyAdmin(400),
    prepare: one,
  },
]
