import { expectOk, httpClient } from "../../helpers/http"
import { baseUrl } from "../../helpers/environment"
import {
  type AccessRow,
  everybody,
  onlyAdmin,
  onlyOwner,
  type World,
} from "../access.table"

const MINE = "/store/customers/me/sessions"
const OF_CUSTOMER = "/admin/customers/:id/sessions"
const OF_USER = "/admin/users/:id/sessions"

/** The world's customer signs in on one more device. */
async function anotherSession({ customer }: World): Promise<string> {
  const { email, password } = customer
  const { token } = await expectOk(
    httpClient(baseUrl()).post<{ token: string }>("/auth/customer/emailpass", {
      ...{ email, password },
    })
  )
  const [, claims = ""] = token.split(".")
  return (
    JSON.parse(Buffer.from(claims, "base64url").toString()) as { sid: string }
  ).sid
}

const ofCustomer = async ({ customer }: World) => ({
  params: { id: customer.id },
})

/** Nobody's: what an admin must not do in a spec is to sign the tier's admin out. */
const ofNobody = async () => ({ params: { id: "user_none" } })

export const sessionsAccess = (): AccessRow[] => [
  { method: "GET", route: MINE, expected: onlyOwner(200) },
  { method: "POST", route: `${MINE}/end`, expected: onlyOwner(200) },
  {
    method: "DELETE",
    route: `${MINE}/:id`,
    expected: onlyOwner(404),
    prepare: async (world) => ({ params: { id: await anotherSession(world) } }),
  },
  {
    method: "GET",
    route: OF_CUSTOMER,
    expected: onlyAdmin(200),
    prepare: ofCustomer,
  },
  {
    method: "POST",
    route: `${OF_CUSTOMER}/end`,
    expected: onlyAdmin(200),
    prepare: async () => ({ params: { id: "cus_none" } }),
  },
  {
    method: "DELETE",
    route: `${OF_CUSTOMER}/:session_id`,
    expected: onlyAdmin(200),
    prepare: async (world) => ({
      params: {
        id: world.customer.id,
        session_id: await anotherSession(world),
      },
    }),
  },
  {
    method: "GET",
    route: OF_USER,
    expected: onlyAdmin(200),
    prepare: async () => ({ params: { id: "me" } }),
  },
  {
    method: "POST",
    route: `${OF_USER}/end`,
    expected: onlyAdmin(200),
    prepare: ofNobody,
  },
  {
    method: "DELETE",
    route: `${OF_USER}/:session_id`,
    // There is no such session.
    expected: onlyAdmin(404),
    prepare: async () => ({ params: { id: "me", session_id: "authses_none" } }),
  },
  {
    method: "GET",
    route: "/admin/sessions/api-keys",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/auth/token",
    expected: {
      ...everybody(200),
      anonymous: 401,
      guest: 401,
    },
  },
]

/** The last of all rows: who called it is signed out. */
export const signOutAccess = (): AccessRow[] => [
  { method: "POST", route: "/auth/logout", expected: everybody(200) },
]
