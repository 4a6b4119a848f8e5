import type { Line } from "./catalogue"
import { ImportFailure } from "./failure"

const COLUMNS = ["StockCode", "Description", "Quantity", "Price"]

/**
 * The lines of the file.
 * @throws {ImportFailure} one line that says why the file cannot be used
 */
export async function readLines(file: string): Promise<Line[]> {
  const parquet = await import("hyparquet")
  const buffer = await parquet.asyncBufferFromFile(file).catch(() => {
    throw new ImportFailure(`${file} cannot be read`)
  })
  const metadata = await parquet
    .parquetMetadataAsync(buffer)
    .catch((error: Error) => {
      throw new ImportFailure(`${file} is no parquet file: ${error.message}`)
    })
  const present = metadata.schema.map(({ name }) => name)
  const missing = COLUMNS.filter((column) => !present.includes(column))
  if (missing.length > 0) {
    throw new ImportFailure(
      `${file} lacks the column ${missing.join(", ")}: it is not the Online Retail II data`
    )
  }
  const options = { file: buffer, metadata, columns: COLUMNS }
  const rows = await parquet.parquetReadObjects(options).catch(() => {
    throw new ImportFailure(`${file} is damaged: its rows cannot be read`)
  })
  return rows as Line[]
}
