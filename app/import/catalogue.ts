import { categoryOf } from "./categories"
import {
  cleanDescription,
  isStockNote,
  toHandle,
  toTitle,
} from "./descriptions"
import { normaliseCode, type Reason, reasonAgainst } from "./stock-codes"
import { count, mode, type Tally } from "./tally"

/** One line of an invoice, as the file has it. */
export type Line = {
  StockCode: string | null
  Description: string | null
  Quantity: number | bigint | null
  Price: number | null
}

export type RetailProduct = {
  code: string
  title: string
  handle: string
  category: string
  /** The price most often asked, in pence. */
  pence: number
  stock: number
}

type Skipped = { reason: Reason; codes: number; lines: number }

export type RetailCatalogue = {
  lines: number
  products: RetailProduct[]
  /** Lines that belong to the products. */
  productLines: number
  /** What is no product, by reason. */
  skipped: Skipped[]
}

type CodeRecord = {
  lines: number
  unitsSold: number
  /** In pence: as fractions of a pound they would be floats. */
  prices: Tally<number>
  descriptions: Tally<string>
}

const WEEKS_IN_FILE = 52
const WEEKS_OF_STOCK = 4

/**
 * What the shop would keep: four weeks of its average sales (returns subtracted), at least one unit.
 * The file knows sales, not stock, so this is an estimate and says so.
 */
export function stockFor(unitsSold: number): number {
  return Math.max(1, Math.ceil((unitsSold / WEEKS_IN_FILE) * WEEKS_OF_STOCK))
}

/** Turns invoice lines into products, in the order of their codes. */
export function readCatalogue(lines: Line[]): RetailCatalogue {
  const products: RetailProduct[] = []
  const skipped = new Map<Reason, Skipped>()
  let productLines = 0
  const records = [...recordByCode(lines)].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [code, record] of records) {
    const description = mode(record.descriptions) ?? ""
    const pence = mode(record.prices) ?? 0
    const reason = reasonAgainst({ code, description, pence })
    if (reason) {
      const entry = skipped.get(reason) ?? { reason, codes: 0, lines: 0 }
      entry.codes += 1
      entry.lines += record.lines
      skipped.set(reason, entry)
    } else {
      productLines += record.lines
      products.push(toProduct(code, description, pence, record))
    }
  }
  return {
    lines: lines.length,
    products,
    productLines,
    skipped: [...skipped.values()],
  }
}

function toProduct(
  code: string,
  description: string,
  pence: number,
  { unitsSold }: CodeRecord
): RetailProduct {
  const title = toTitle(description)
  return {
    code,
    title,
    handle: toHandle(title, code),
    category: categoryOf(description),
    pence,
    stock: stockFor(unitsSold),
  }
}

function recordByCode(lines: Line[]): Map<string, CodeRecord> {
  const records = new Map<string, CodeRecord>()
  for (const line of lines) {
    const code = normaliseCode(line.StockCode ?? "")
    const record = records.get(code) ?? {
      lines: 0,
      unitsSold: 0,
      prices: new Map(),
      descriptions: new Map(),
    }
    records.set(code, record)
    addLine(record, line)
  }
  return records
}

function addLine(record: CodeRecord, line: Line): void {
  record.lines += 1
  const description = cleanDescription(line.Description)
  if (!isStockNote(description)) {
    count(record.descriptions, description)
  }
  const pence = Math.round((line.Price ?? 0) * 100)
  // Lines without a price are stock movements, not sales.
  if (pence > 0) {
    count(record.prices, pence)
    record.unitsSold += Number(line.Quantity ?? 0)
  }
}
