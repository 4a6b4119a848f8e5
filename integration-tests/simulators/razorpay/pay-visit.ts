import { badRequest } from "./api-error"
import { isOurs } from "./local-only"
import type { Notes } from "./objects"

/** What Checkout's options, as the query or the fields of the form, say of a visit to the pay page. */
export type PayVisit = {
  /** Where the result is posted to, as Checkout's `callback_url`. */
  callbackUrl: string | null
  /** The page around our frame, which is told of the result. */
  embeddedIn: string | null
  /** The store's name. */
  name: string | null
  description: string | null
  email: string | null
  contact: string | null
  /** JSON, from Checkout's options. */
  notes: string | null
  /** The key id that the storefront was given. */
  key: string | null
}

export const VISIT_FIELDS = {
  callbackUrl: "callback_url",
  embeddedIn: "embedded_in",
  name: "name",
  description: "description",
  email: "email",
  contact: "contact",
  notes: "notes",
  key: "key",
} satisfies Record<keyof PayVisit, string>

/** The page around our frame, if it may be one. */
export function frameOf(
  given: URLSearchParams,
  origins: string[]
): string | null {
  const place = given.get(VISIT_FIELDS.embeddedIn)
  return place && isOurs(place, origins) ? place : null
}

/** @throws for a place that is neither this machine's nor the store's, and for another account's key */
export function readVisit(
  given: URLSearchParams,
  origins: string[],
  keyId: string
): PayVisit {
  const visit = Object.fromEntries(
    Object.entries(VISIT_FIELDS).map(([name, field]) => [
      name,
      given.get(field) || null,
    ])
  ) as PayVisit
  const foreign = [visit.callbackUrl, visit.embeddedIn].find(
    (place) => place && !isOurs(place, origins)
  )
  if (foreign) {
    throw badRequest(
      "The simulator hands results only to pages of this machine and of the store's own origins"
    )
  }
  if (visit.key && visit.key !== keyId) {
    throw badRequest("The api key provided is invalid")
  }
  return visit
}

export function notesOf({ notes }: PayVisit): Notes {
  try {
    const parsed = JSON.parse(notes ?? "[]") as Notes
    return Object.keys(parsed).length > 0 ? parsed : []
  } catch {
    return []
  }
}
