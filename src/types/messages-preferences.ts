/** What messages are about, as far as it is the customer's choice to get them. A feature that has a new kind adds it here. */
export const OPTIONAL_CATEGORIES = [
  /** What a merchant writes to many. */
  "news",
  /** Such as a new version of a file that was bought. */
  "product_updates",
  "reminders",
] as const
export type OptionalCategory = (typeof OPTIONAL_CATEGORIES)[number]

/** `transactional` is what a customer cannot do without: about an order, or the account itself. */
export const MESSAGE_CATEGORIES = [
  "transactional",
  ...OPTIONAL_CATEGORIES,
] as const
export type MessageCategory = (typeof MESSAGE_CATEGORIES)[number]

export const isOptionalCategory = (
  category: string
): category is OptionalCategory =>
  (OPTIONAL_CATEGORIES as readonly string[]).includes(category)

export type MessagePreference = {
  category: MessageCategory
  is_on: boolean
  /** False for what is always sent. */
  is_optional: boolean
}

export type MessagePreferencesResponse = { preferences: MessagePreference[] }

export type UnsubscribeResponse = {
  /** What is sent no more. */
  category: OptionalCategory
}
