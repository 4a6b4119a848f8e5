import { randomUUID } from "node:crypto"
import { newEmail } from "../../helpers/accounts"
import { freshAdmin } from "../../helpers/admins"
import { freshCustomer } from "../../helpers/clients"
import {
  type AccessRow,
  everyStorefront,
  onlyAdmin,
  onlyOwner,
  type World,
} from "../access.table"

const ME = "/store/customers/me"
/** Each changes their own account: to whoever is somebody else this is not the password. */
const own = (status: number) => ({ ...onlyOwner(400), customer: status })

const suspended =
  (kind: "customers" | "users", isLifted: boolean) =>
  async ({ clients: { admin } }: World) => {
    const { id } = await (kind === "users" ? freshAdmin() : freshCustomer())
    const body = { reason: "of a spec" }
    if (isLifted) {
      await admin.post(`/admin/${kind}/${id}/suspend`, body)
    }
    return { params: { id }, body }
  }

export const accountsAccess = (): AccessRow[] => [
  {
    method: "POST",
    route: `${ME}/password`,
    expected: own(200),
    prepare: async ({ customer: { password } }) => ({
      body: { old_password: password, password },
    }),
  },
  {
    method: "POST",
    route: `${ME}/email`,
    expected: own(202),
    prepare: async ({ customer: { password } }) => ({
      body: { email: newEmail(), password },
    }),
  },
  {
    method: "POST",
    route: `${ME}/delete`,
    // What the owner's does is in delete.spec.ts: the world's customer is needed here.
    expected: own(400),
    prepare: async () => ({ body: { password: randomUUID() } }),
  },
  {
    method: "POST",
    route: "/store/accounts/confirm-email",
    // What counts is the token, and this one is forged.
    expected: everyStorefront(400),
    prepare: async () => ({ body: { token: "emchg_1.1.forged" } }),
  },
  ...["send-code", "verify-email"].map((action): AccessRow => ({
    method: "POST",
    route: `/store/accounts/${action}`,
    // Without the option addresses are not verified by code; an admin's registration is none of a customer.
    expected: { ...onlyOwner(404), customer: 404, actorless: 401 },
    prepare: async () => ({
      body: action === "verify-email" ? { code: "000000" } : {},
    }),
  })),
  {
    method: "GET",
    route: "/admin/accounts/suspensions",
    expected: onlyAdmin(200),
    prepare: async ({ customer: { id } }) => ({
      query: `actor_type=customer&actor_id=${id}`,
    }),
  },
  ...(["customers", "users"] as const).flatMap((kind) =>
    (["suspend", "reactivate"] as const).map((action): AccessRow => ({
      method: "POST",
      route: `/admin/${kind}/:id/${action}`,
      expected: onlyAdmin(200),
      prepare: suspended(kind, action === "reactivate"),
    }))
  ),
]
