import { type AccessRow, onlyAdmin, onlyOwner } from "../access.table"

/** Whoever has a token of Medusa's, for what is theirs; here it is nobody's. */
const anySignedIn = (status: number): AccessRow["expected"] => ({
  anonymous: 401,
  guest: 401,
  customer: status,
  otherCustomer: status,
  actorless: status,
  admin: status,
})

export const twoFactorAccess = (): AccessRow[] => [
  {
    method: "POST",
    route: "/auth/mfa/challenges/:id/send",
    expected: anySignedIn(404),
    prepare: async () => ({ params: { id: "authmfachal_nobody" } }),
  },
  {
    method: "POST",
    route: "/auth/mfa/factors/:id/send",
    expected: anySignedIn(404),
    prepare: async () => ({ params: { id: "authmfa_nobody" } }),
  },
  {
    method: "GET",
    route: "/store/customers/me/two-factor",
    // Each sees their own.
    expected: onlyOwner(200),
  },
  {
    method: "POST",
    route: "/store/customers/me/two-factor/email",
    // Each begins their own; those who have begun just now are told to wait.
    expected: { ...onlyOwner(202), customer: 202 },
  },
  {
    method: "GET",
    route: "/admin/two-factor",
    expected: onlyAdmin(200),
  },
  {
    method: "POST",
    route: "/admin/users/:id/reset-two-factor",
    // Without a second factor of one's own nobody resets another's.
    expected: onlyAdmin(403),
    prepare: async () => ({ params: { id: "user_nobody" } }),
  },
  {
    method: "POST",
    route: "/admin/customers/:id/reset-two-factor",
    expected: onlyAdmin(403),
    prepare: async () => ({ params: { id: "cus_nobody" } }),
  },
]
