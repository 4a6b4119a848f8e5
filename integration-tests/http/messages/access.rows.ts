import { loggedMessage } from "../../helpers/messages"
import { type AccessRow, onlyAdmin, onlyOwner } from "../access.table"

const PATH = "/admin/messages"

const one = (status: string) => async () => ({
  params: { id: await loggedMessage({ status }) },
})

export const messagesAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/customers/me/messages",
    expected: onlyOwner(200),
  },
  { method: "GET", route: PATH, expected: onlyAdmin(200) },
  { method: "GET", route: `${PATH}/brand`, expected: onlyAdmin(200) },
  {
    method: "POST",
    route: `${PATH}/brand`,
    expected: onlyAdmin(200),
    prepare: async () => ({ body: {} }),
  },
  {
    method: "GET",
    route: `${PATH}/preview`,
    expected: onlyAdmin(200),
    prepare: async () => ({ query: "template=welcome" }),
  },
  {
    method: "POST",
    route: `${PATH}/preview/send`,
    expected: onlyAdmin(200),
    prepare: async () => ({
      body: { template: "welcome", recipient: "owner@store.test" },
    }),
  },
  {
    method: "GET",
    route: `${PATH}/:id`,
    expected: onlyAdmin(200),
    prepare: one("sent"),
  },
  {
    method: "POST",
    route: `${PATH}/:id/resend`,
    expected: onlyAdmin(200),
    prepare: one("failed"),
  },
  {
    method: "POST",
    route: `${PATH}/:id/cancel`,
    expected: onlyAdmin(200),
    prepare: one("queued"),
  },
]
