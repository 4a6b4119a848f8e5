import { randomUUID } from "node:crypto"
import { databaseUrl } from "../../helpers/environment"
import { foreignWebhook } from "../../helpers/payment-webhooks"
import { type AccessRow, everybody, onlyAdmin } from "../access.table"

const PATH = "/admin/payment-webhooks"
const one = async () => ({
  params: { id: await foreignWebhook(databaseUrl()) },
})

export const paymentWebhooksAccess = (): AccessRow[] => [
  {
    method: "POST",
    route: "/hooks/payment/:provider",
    expected: everybody(200),
    prepare: async () => ({
      params: { provider: "system_default" },
      body: { note: randomUUID() },
    }),
  },
  { method: "GET", route: PATH, expected: onlyAdmin(200) },
  {
    method: "GET",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: one,
  },
  {
    method: "POST",
    route: `${PATH}/:id/replay`,
    expected: onlyAdmin(200),
    prepare: one,
  },
  {
    method: "POST",
    route: `${PATH}/replay`,
    expected: onlyAdmin(200),
    prepare: async () => ({
      body: { ids: [await foreignWebhook(databaseUrl())] },
    }),
  },
]
