import { type AccessRow, onlyAdmin } from "../access.table"

export const commerceSuiteAccess = (): AccessRow[] => [
  { method: "GET", route: "/admin/commerce-suite", expected: onlyAdmin(200) },
]
