const COMPARISONS = { $gte: ">=", $gt: ">", $lte: "<=", $lt: "<" } as const

/** A filter on a moment, as admin lists take it. */
export type Moments = Partial<Record<keyof typeof COMPARISONS, Date>>

/** A pattern of `like` for texts that begin with this one; an index can follow it. */
export const beginsWith = (text: string) =>
  `${text.replace(/[\\%_]/g, "\\$&")}%`

/** The `where` of a list with filters; what is undefined filters nothing. Columns come from the code, never from a request. */
export class Conditions {
  private readonly parts: string[]
  readonly values: unknown[] = []

  constructor(always = "true") {
    this.parts = [always]
  }

  get sql(): string {
    return this.parts.join(" and ")
  }

  add(condition: string, ...bound: unknown[]): this {
    this.parts.push(condition)
    this.values.push(...bound)
    return this
  }

  equals(column: string, value: string | undefined): this {
    return value === undefined ? this : this.add(`${column} = ?`, value)
  }

  oneOf(column: string, allowed: readonly string[] | undefined): this {
    return allowed
      ? this.add(
          `${column} in (select json_array_elements_text(?::json))`,
          JSON.stringify(allowed)
        )
      : this
  }

  within(column: string, moments: Moments | undefined): this {
    for (const [name, comparison] of Object.entries(COMPARISONS)) {
      const moment = moments?.[name as keyof Moments]
      if (moment) {
        this.add(`${column} ${comparison} ?`, moment.toISOString())
      }
    }
    return this
  }
}
