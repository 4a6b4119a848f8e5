import { loggedMessage } from "../../helpers/messages"
import {
  guestGroup,
  mailedToken,
  written,
} from "../../helpers/messages-writing"
import {
  type AccessRow,
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

/** Who holds a mail holds its token, and needs nothing else. */
const everybody = (status: number) => ({
  ...everyStorefront(status),
  ...{ anonymous: status, admin: status },
})

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
