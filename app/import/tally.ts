/** How often each value came. */
export type Tally<T> = Map<T, number>

export function count<T>(tally: Tally<T>, value: T): void {
  tally.set(value, (tally.get(value) ?? 0) + 1)
}

/** The most frequent value; of several, the smallest, so that the answer does not hang on the order of lines. */
export function mode<T extends string | number>(
  tally: Tally<T>
): T | undefined {
  const [first] = [...tally].sort(
    ([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1)
  )
  return first?.[0]
}
