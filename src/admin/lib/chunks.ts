/** Cuts a list into pieces of at most `size`, for calls that take no more. */
export function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size)
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  )
}
