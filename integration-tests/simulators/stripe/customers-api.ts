import type { Form } from "./form"
import type { Customer } from "./objects"
import * as read from "./parameters"
import type { Handler } from "./routes"
import { created, newSecret } from "./state"

const details = (form: Form) => ({
  email: read.text(form, "email") ?? null,
  name: read.text(form, "name") ?? null,
  phone: read.text(form, "phone") ?? null,
  address: form.address ?? null,
})

const given = (form: Form): Partial<Customer> =>
  Object.fromEntries(
    Object.entries(details(form)).filter(([, value]) => value !== null)
  )

const attach =
  (customer: (form: Form) => string | null): Handler =>
  ({ state, form, id }) => {
    const method = state.paymentMethods.get(id)
    method.customer = customer(form)
    return method
  }

export const customerRoutes: [string, Handler][] = [
  [
    "POST /v1/customers",
    ({ state, form }) =>
      state.customers.add({
        ...created("cus", "customer"),
        ...details(form),
        metadata: read.metadata(form),
      }),
  ],
  ["GET /v1/customers/:id", ({ state, id }) => state.customers.get(id)],
  [
    "POST /v1/customers/:id",
    ({ state, form, id }) => {
      const customer = state.customers.get(id)
      const metadata = read.mergedMetadata(customer.metadata, form)
      return Object.assign(customer, given(form), { metadata })
    },
  ],
  [
    "DELETE /v1/customers/:id",
    ({ state, id }) => {
      state.customers.get(id).deleted = true
      return { id, object: "customer", deleted: true }
    },
  ],
  [
    "GET /v1/customers/:id/payment_methods",
    ({ state, id, page }) => {
      state.customers.get(id)
      return page(state.paymentMethods.find((row) => row.customer === id))
    },
  ],
  [
    "GET /v1/payment_methods/:id",
    ({ state, id }) => state.paymentMethods.get(id),
  ],
  [
    "POST /v1/payment_methods/:id/attach",
    attach((form) => read.requiredText(form, "customer")),
  ],
  ["POST /v1/payment_methods/:id/detach", attach(() => null)],
  [
    "POST /v1/setup_intents",
    ({ state, form }) => {
      const base = created("seti", "setup_intent")
      return state.setupIntents.add({
        ...base,
        customer: read.text(form, "customer") ?? null,
        payment_method: read.text(form, "payment_method") ?? null,
        client_secret: newSecret(base.id),
        status: "requires_payment_method",
        metadata: read.metadata(form),
      })
    },
  ],
  ["GET /v1/setup_intents/:id", ({ state, id }) => state.setupIntents.get(id)],
]
