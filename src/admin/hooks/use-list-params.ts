import { useQueryParams } from "@medusajs/dashboard/hooks"

/**
 * What a list page's address asks for, in the words of the API. The table keeps its state there.
 * @param filters - names of the filters besides search, order and paging
 */
export function useListParams<Query extends object>(
  filters: readonly (keyof Query & string)[],
  limit: number
): Query & { limit: number; offset: number } {
  const { q, order, offset, ...given } = useQueryParams([
    "q",
    "order",
    "offset",
    ...filters,
  ]) as Record<string, string | undefined>
  const chosen = filters
    .map((name) => [name, parse(given[name])] as const)
    .filter(([, value]) => !isEmpty(value))
  return {
    ...Object.fromEntries(chosen),
    q,
    order,
    limit,
    offset: Number(offset ?? 0),
  } as unknown as Query & { limit: number; offset: number }
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
