/** Bytes from `start` to `end`, both included and counted from 0. */
export type WholeRange = { start: number; end: number }

const SINGLE = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/

/**
 * What a `Range` header asks for of so many bytes. Several ranges, other units and rubbish count as
 * no range, as RFC 9110 has it: the answer is then the whole.
 * @example rangeOf("bytes=-100", 1000) // { start: 900, end: 999 }
 */
export function rangeOf(
  header: string | undefined,
  size: number
): WholeRange | "whole" | "unsatisfiable" {
  const [match, first, last, suffix] = SINGLE.exec(header?.trim() ?? "") ?? []
  if (match === undefined) {
    return "whole"
  }
  const start =
    suffix === undefined ? Number(first) : Math.max(0, size - Number(suffix))
  const end = last === undefined ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== undefined && Number(last) < start) {
    return "whole"
  }
  return start <= end ? { start, end } : "unsatisfiable"
}
