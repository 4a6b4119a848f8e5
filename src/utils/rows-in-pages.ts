const PAGE = 1000

/**
 * All rows, read a page at a time as the client takes them. The first page is read at once:
 * what fails then can still be answered with a status.
 */
export async function rowsInPages<Row>(
  /** Is given the last row of the page before. */
  readPage: (limit: number, after?: Row) => Promise<Row[]>,
  size = PAGE
): Promise<AsyncGenerator<Row>> {
  const first = await readPage(size)
  async function* rows() {
    let page = first
    for (;;) {
      yield* page
      if (page.length < size) {
        return
      }
      page = await readPage(size, page.at(-1))
    }
  }
  return rows()
}
