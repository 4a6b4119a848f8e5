import { useQueryParams } from "@medusajs/dashboard/hooks"

/**
 * What a table's address asks for, in the words of the API. The table keeps its state there.
 * `filters` must not change between calls.
 */
export function useTableParams<Query extends object>(
  filters: readonly (keyof Query & string)[],
  limit: number
): Query {
  const { q, order, offset, ...given } = useQueryParams([
    "q",
    "order",
    "offset",
    ...filters,
  ])
  const chosen = filters
    .map((name) => [name, parse(given[name as keyof typeof given])] as const)
    .filter(([, value]) => !isEmpty(value))
  return {
    ...Object.fromEntries(chosen),
    q,
    order,
    limit,
    offset: Number(offset ?? 0),
  } as unknown as Query
}

/** The table writes filters as JSON; links written by hand need not. */
function parse(value: string | undefined): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(value)
  } catch {
    return value
  }
}

/** A filter that was opened, but nothing chosen yet. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && !value.length)
  )
}
