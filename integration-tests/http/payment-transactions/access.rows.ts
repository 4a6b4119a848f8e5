import { placedOrder } from "../../helpers/payments"
import { type AccessRow, onlyAdmin, onlyOwner } from "../access.table"

export const paymentTransactionsAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/orders/:id/payments",
    expected: onlyOwner(404),
    prepare: async ({ customer }) => {
      const { order } = await placedOrder({ customer })
      return { params: { id: order.id } }
    },
  },
  {
    method: "GET",
    route: "/store/customers/me/payments",
    expected: onlyOwner(200),
  },
  {
    method: "GET",
    route: "/admin/payment-transactions",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/admin/payment-transactions/export",
    expected: onlyAdmin(200),
  },
]
