import { badRequest } from "./api-error"
import type { Customer } from "./objects"
import * as read from "./parameters"
import type { Handler } from "./routes"
import { created, type State } from "./state"

const details = (body: read.Json) => ({
  name: read.text(body, "name") ?? null,
  email: read.text(body, "email") ?? null,
  contact: read.text(body, "contact") ?? null,
  gstin: read.text(body, "gstin") ?? null,
})

/** One customer per pair of e-mail and phone number. */
function sameCustomer(state: State, body: read.Json): Customer | undefined {
  const { email, contact } = details(body)
  return state.customers.find(
    (row) => row.email === email && row.contact === contact
  )[0]
}

const create: Handler = ({ state, body }) => {
  const known = sameCustomer(state, body)
  const isToFail =
    body.fail_existing === undefined || read.isYes(body.fail_existing)
  if (known && isToFail) {
    throw badRequest("Customer already exists for the merchant")
  }
  const notes = read.notes(body)
  return (
    known ??
    state.customers.add({
      ...created("cust", "customer"),
      ...details(body),
      notes,
    })
  )
}

export const customerRoutes: [string, Handler][] = [
  ["POST /v1/customers", create],
  [
    "GET /v1/customers",
    ({ state, body }) => read.pageOf(body)(state.customers.find()),
  ],
  ["GET /v1/customers/:id", ({ state, id }) => state.customers.get(id)],
  [
    "PUT /v1/customers/:id",
    ({ state, body, id }) => {
      const given = Object.entries(details(body)).filter(([, value]) => value)
      return Object.assign(state.customers.get(id), Object.fromEntries(given))
    },
  ],
]
