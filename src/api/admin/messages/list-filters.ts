import type { AdminGetMessagesType } from "./validators"

type Filters = Omit<AdminGetMessagesType, "limit" | "offset" | "order">

/** The list's filters in the form the module's service takes. Addresses are kept as they were given, so in any case. */
export function listFilters({ q, recipient, ...filters }: Filters) {
  const wanted = q?.trim()
  return {
    ...filters,
    ...(recipient && { recipient: { $ilike: literal(recipient) } }),
    ...(wanted && {
      $or: [
        { id: wanted },
        { order_id: wanted },
        { recipient: { $ilike: literal(wanted) } },
      ],
    }),
  }
}

const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&")
