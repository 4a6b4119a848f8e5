import { oldOrder } from "../../helpers/order-access"
import { type AccessRow, everyStorefront } from "../access.table"

export const orderAccessAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/orders/:id",
    // For everybody else there is no such order.
    expected: { ...everyStorefront(404), customer: 200 },
    prepare: async ({ customer }) => ({
      params: { id: (await oldOrder({ customer })).id },
    }),
    isCore: true,
  },
]
