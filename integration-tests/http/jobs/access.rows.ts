import { type AccessRow, onlyAdmin } from "../access.table"

const PATH = "/admin/jobs"
const gone = async () => ({ body: { ids: ["999999999"] } })

export const jobsAccess = (): AccessRow[] => [
  { method: "GET", route: PATH, expected: onlyAdmin(200) },
  ...["retry", "remove"].map((action) => ({
    method: "POST" as const,
    route: `${PATH}/${action}`,
    expected: onlyAdmin(200),
    prepare: gone,
  })),
]
