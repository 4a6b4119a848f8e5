import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readCatalogue } from "./catalogue"
import { ImportFailure } from "./failure"
import { importCatalogue } from "./import-catalogue"
import { readLines } from "./read-file"
import { describeCatalogue, describeResult } from "./report"
import { createReporter, type Reporter } from "./reporter"

/**
 * Loads the catalogue of UCI Online Retail II. Arguments: the parquet file and, if not all, how many products.
 * Run it with `npm run import:online-retail -- <file.parquet> [--limit N]`.
 */
export default async function importOnlineRetail({
  container,
  args: [file = "", limit],
}: ExecArgs): Promise<void> {
  const report = createReporter(
    container.resolve(ContainerRegistrationKeys.LOGGER)
  )
  const run = async () => {
    const catalogue = readCatalogue(await readLines(file))
    await reportLines(report, describeCatalogue(catalogue))
    const products = catalogue.products.slice(
      0,
      limit ? Number(limit) : undefined
    )
    const startedAt = Date.now()
    const created = await importCatalogue(container, products, (done, total) =>
      report({ kind: "progress", done, total })
    )
    const text = describeResult(
      created,
      products.length,
      Date.now() - startedAt
    )
    await report({ kind: "line", text })
  }
  await run().catch(async (error: Error) => {
    if (!(error instanceof ImportFailure)) {
      throw error
    }
    await report({ kind: "failure", text: error.message })
    process.exit(1)
  })
}

async function reportLines(report: Reporter, lines: string[]): Promise<void> {
  for (const text of lines) {
    await report({ kind: "line", text })
  }
}
