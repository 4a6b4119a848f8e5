import { randomUUID } from "node:crypto"
import { loggedMessage, suppressedAddress } from "../../helpers/messages"
import {
  type AccessRow,
  everybody,
  onlyAdmin,
  onlyOwner,
} from "../access.table"

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
  // The store of these specs has neither SendGrid nor Twilio: see channels.spec.ts.
  {
    method: "POST",
    route: "/hooks/messages/sendgrid",
    expected: everybody(404),
  },
  { method: "POST", route: "/hooks/messages/twilio", expected: everybody(404) },
  {
    method: "GET",
    route: `${PATH}/suppressions`,
    expected: onlyAdmin(200),
  },
  {
    method: "POST",
    route: `${PATH}/suppressions`,
    expected: onlyAdmin(200),
    prepare: async () => ({
      body: { channel: "email", address: `${randomUUID()}@store.test` },
    }),
  },
  {
    method: "DELETE",
    route: `${PATH}/suppressions/:id`,
    expected: onlyAdmin(200),
    prepare: async () => ({ params: { id: await suppressedAddress() } }),
  },
]
