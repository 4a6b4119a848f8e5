import {
  type AccessRow,
  everyStorefront,
  onlyAdmin,
  onlyOwner,
} from "../access.table"

export const loginEventsAccess = (): AccessRow[] => [
  {
    method: "GET",
    route: "/store/customers/me/login-events",
    // Each sees their own.
    expected: onlyOwner(200),
  },
  {
    method: "POST",
    route: "/store/login-events/disown",
    // What counts is the token, and this one is forged.
    expected: everyStorefront(400),
    prepare: async () => ({ body: { token: "lgdev_1.1.forged" } }),
  },
  {
    method: "GET",
    route: "/admin/login-events",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/admin/login-events/export",
    expected: onlyAdmin(200),
  },
  {
    method: "GET",
    route: "/admin/login-events/statistics",
    expected: onlyAdmin(200),
  },
]
