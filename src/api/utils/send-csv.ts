import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { csvStream } from "../../utils/csv"
import { rowsInPages } from "../../utils/rows-in-pages"

type Export<Row> = {
  /** What the file is called before the day. */
  name: string
  columns: readonly string[]
  /** Is given the last row of the page before. */
  readPage: (limit: number, after?: Row) => Promise<Row[]>
}

/**
 * Answers with all rows as a CSV file, read a page at a time as the client takes them.
 * @throws what reading the first page throws: until then nothing is answered
 */
export async function sendCsv<Row>(
  { scope }: MedusaRequest,
  res: MedusaResponse,
  { name, columns, readPage }: Export<Row>
): Promise<void> {
  const rows = await rowsInPages<Row>(readPage)
  const day = new Date().toISOString().slice(0, 10)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Cache-Control", "no-store")
  res.attachment(`${name}-${day}.csv`)
  try {
    await pipeline(Readable.from(rows), csvStream(columns), res)
  } catch (error) {
    // The answer is under way: a connection cut short is all that can tell, and the client may have cut it.
    scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[${name}] export ended early: ${(error as Error).message}`)
  }
}
