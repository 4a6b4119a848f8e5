import { randomUUID } from "node:crypto"
import { loggedMessage, suppressedAddress } from "../../helpers/messages"
import {
  guestGroup,
  mailedToken,
  written,
} from "../../helpers/messages-writing"
import {
  type AccessRow,
  everybody,
  everyStorefront,
  onlyAdmin,
  onlyOwner,
  type World,
} from "../access.table"

const PATH = "/admin/messages"

const one = (status: string) => async () => ({
  params: { id: await loggedMessage({ status }) },
})

const PREFERENCES = "message-preferences"
const HOOK = "/hooks/messages/unsubscribe"

const token = ({ customer }: World) => mailedToken(customer.id)

const note = async ({ clients: { admin } }: World) => {
  const customer_group_id = await guestGroup(1)
  const { body } = await admin.post<{ note: { id: string } }>(
    PATH,
    written({ customer_group_id })
  )
  return { params: { id: body.note.id } }
}

const writing = (): AccessRow[] => [
  {
    method: "GET",
    route: `/store/customers/me/${PREFERENCES}`,
    expected: onlyOwner(200),
  },
  {
    method: "POST",
    route: `/store/customers/me/${PREFERENCES}`,
    expected: onlyOwner(200),
    prepare: async () => ({ body: { news: true } }),
  },
  ...(["GET", "POST"] as const).map((method): AccessRow => ({
    method,
    route: `/admin/customers/:id/${PREFERENCES}`,
    expected: onlyAdmin(200),
    prepare: async ({ customer: { id } }) => ({
      params: { id },
      body: method === "POST" ? { reminders: false } : undefined,
    }),
  })),
  {
    method: "POST",
    route: "/store/messages/unsubscribe",
    expected: everyStorefront(200),
    prepare: async (world) => ({ body: { token: token(world) } }),
  },
  { method: "GET", route: HOOK, expected: everybody(200) },
  {
    method: "GET",
    route: `${HOOK}/:token`,
    expected: everybody(303),
    prepare: async (world) => ({ params: { token: token(world) } }),
  },
  {
    method: "POST",
    route: `${HOOK}/:token`,
    expected: everybody(200),
    prepare: async (world) => ({ params: { token: token(world) } }),
  },
  {
    method: "POST",
    route: PATH,
    expected: onlyAdmin(201),
    prepare: async ({ customer }) => ({
      body: written({ customer_id: customer.id }),
    }),
  },
  { method: "GET", route: `${PATH}/notes`, expected: onlyAdmin(200) },
  {
    method: "GET",
    route: `${PATH}/notes/:id`,
    expected: onlyAdmin(200),
    prepare: note,
  },
]

export const messagesAccess = (): AccessRow[] => [
  ...writing(),
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
