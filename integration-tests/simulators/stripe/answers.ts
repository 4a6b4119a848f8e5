import { ApiError } from "./api-error"
import type { Form } from "./form"
import { type Answer, errorAnswer } from "./idempotency"
import * as read from "./parameters"
import type { State } from "./state"

/** The page of a list that `limit` and `starting_after` ask for. */
export const pageOf = (form: Form, url: string) => (rows: { id: string }[]) => {
  const limit = Math.min(100, Number(read.text(form, "limit") ?? 10))
  const after = read.text(form, "starting_after")
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
  const data = rows.slice(start, start + limit)
  const has_more = start + limit < rows.length
  return { object: "list", url, has_more, data }
}

type Linked = Record<string, unknown>

/** `expand[]=payment_intent` gives the object in place of its id. */
export function expanded(state: State, answer: object, form: Form): object {
  const copy = structuredClone(answer) as Linked
  const finders: Record<string, (id: string) => object> = {
    payment_intent: (id) => state.intents.get(id),
    latest_charge: (id) => state.charges.get(id),
    charge: (id) => state.charges.get(id),
    customer: (id) => state.customers.get(id),
    payment_method: (id) => state.paymentMethods.get(id),
  }
  for (const name of read.list(form, "expand")) {
    const id = copy[name]
    const find = finders[name]
    if (find && typeof id === "string") {
      copy[name] = known(() => structuredClone(find(id))) ?? id
    }
  }
  return copy
}

/** A test card such as `pm_card_visa` is a word, not an object. */
function known<Found>(find: () => Found): Found | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}

export function answerOf(work: () => object): Answer {
  try {
    return { status: 200, body: work(), headers: {} }
  } catch (error) {
    if (error instanceof ApiError) {
      return errorAnswer(error)
    }
    throw error
  }
}
