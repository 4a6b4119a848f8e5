import type { SqlExecutor } from "../../utils/add-job"

/** The part of a pg client's connection that COPY needs. */
type CopyConnection = {
  query: (sql: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (message: string) => void
}

type PgClient = { query: (submittable: object) => unknown }

/** Sends text to `copy … from stdin` within a transaction, each piece as soon as it is made. */
export type Copy = (statement: string, texts: Iterable<string>) => Promise<void>

/** The part of a knex transaction that leads to its connection. */
type Transaction = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
  client: { acquireConnection: () => Promise<PgClient> }
}
type Knex = {
  transaction: <Result>(
    work: (transaction: Transaction) => Promise<Result>
  ) => Promise<Result>
}

/** Runs SQL and COPY in one transaction on Medusa's connections. */
export const copyTransaction = <Result>(
  connection: unknown,
  work: (sql: SqlExecutor, copy: Copy) => Promise<Result>
): Promise<Result> =>
  (connection as Knex).transaction(async (transaction) => {
    // A transaction has one, and hands out no other.
    const client = await transaction.client.acquireConnection()
    const execute: SqlExecutor["execute"] = async (sql, values = []) =>
      (await transaction.raw(sql, values)).rows
    return work({ execute }, (statement, texts) =>
      copyIn(client, statement, texts)
    )
  })

/** What text format writes otherwise: a backslash would begin an escape, the others end a value or a row. */
const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
}

const HAS_SPECIAL = /[\\\t\n\r]/

const escape = (text: string) =>
  HAS_SPECIAL.test(text)
    ? text.replace(SPECIAL, (found) => ESCAPES[found] ?? found)
    : text

/** Many rows of a batch are of the same moment, and to write one takes as long as ten texts. */
let lastTime = Number.NaN
let lastText = ""

function timeText(moment: Date): string {
  const time = moment.getTime()
  if (time !== lastTime) {
    lastTime = time
    lastText = moment.toISOString()
  }
  return lastText
}

function cell(value: unknown): string {
  if (typeof value === "string") {
    return escape(value)
  }
  if (value === null || value === undefined) {
    return "\\N"
  }
  return value instanceof Date ? timeText(value) : escape(String(value))
}

/**
 * Rows in COPY's text format.
 * @example copyText([{ id: "a\tb", n: null }], ["id", "n"]) // "a\\tb\t\\N\n"
 */
export function copyText<Row>(
  rows: readonly Row[],
  columns: readonly (keyof Row)[]
): string {
  const [first, ...others] = columns
  let text = ""
  for (const row of rows) {
    text += cell(first && row[first])
    for (const column of others) {
      text += `\t${cell(row[column])}`
    }
    text += "\n"
  }
  return text
}

/** So many that to make their text takes about as long as to send it. */
const PIECE = 500

/** The same in pieces, made one at a time: Postgres takes one in while the next is written. */
export function* copyTexts<Row>(
  rows: readonly Row[],
  columns: readonly (keyof Row)[]
): Generator<string> {
  for (let from = 0; from < rows.length; from += PIECE) {
    yield copyText(rows.slice(from, from + PIECE), columns)
  }
}

/**
 * Sends rows with COPY, the fastest way in that Postgres has, on a connection that may be amid a transaction.
 * pg speaks the protocol and leaves the query itself to its callers.
 *
 * @param statement - `copy <table> (<columns>) from stdin`
 * @throws what the database answers
 */
function copyIn(
  client: PgClient,
  statement: string,
  texts: Iterable<string>
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    client.query({
      submit: (connection: CopyConnection) => connection.query(statement),
      handleCopyInResponse: (connection: CopyConnection) => {
        try {
          for (const text of texts) {
            connection.sendCopyFromChunk(Buffer.from(text))
          }
          connection.endCopyFrom()
        } catch (error) {
          // Postgres then answers with an error of its own.
          connection.sendCopyFail((error as Error).message)
        }
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        failure = error
        reject(error)
      },
      handleReadyForQuery: () => (failure ? undefined : resolve()),
    })
  })
}
