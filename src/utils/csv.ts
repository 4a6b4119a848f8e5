import type { Transform } from "node:stream"
import { stringify } from "csv-stringify"

/**
 * What a spreadsheet takes for the start of a formula: also behind blanks, invisible characters and
 * quotes, which some strip, and in the wide forms of East Asian keyboards.
 */
const FORMULA =
  /^[\s"'\u00A0\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠\t\r\n\0]/u
const NUMBER = /^-?\d+(?:\.\d+)?$/

/**
 * Text for a cell that no spreadsheet runs: what looks like a formula gets a quote before it.
 * Plain numbers, negative ones too, stay numbers.
 * @example inertCell("=1+1") // "'=1+1"
 */
export function inertCell(value: unknown): string {
  if (value === null || value === undefined) {
    return ""
  }
  const text = String(value)
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** Takes objects, gives CSV in UTF-8 with a header row and inert cells. */
export function csvStream(columns: readonly string[]): Transform {
  const cast = (value: unknown) => inertCell(value)
  return stringify({
    header: true,
    columns: [...columns],
    record_delimiter: "\r\n",
    // A line break alone would pass unquoted and begin a row of its own where it is opened.
    quoted_match: /[\r\n]/,
    // The cells' form is decided here, not by their type.
    cast: { string: cast, number: cast, bigint: cast, object: cast },
  })
}
