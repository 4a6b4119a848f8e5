import type { Logger } from "@medusajs/framework/types"

/** What `scripts/import-online-retail.mjs` shows. */
export type Message =
  | { kind: "progress"; done: number; total: number }
  | { kind: "line"; text: string }
  | { kind: "failure"; text: string }

export type Reporter = (message: Message) => Promise<void>

/** Tells the script that started us, or the log when there is none. */
export function createReporter(logger: Logger): Reporter {
  const send = process.send?.bind(process)
  if (send) {
    // The script was killed: nobody waits any more, and a new run must not meet this one.
    process.once("disconnect", () => process.exit(1))
    return (message) =>
      new Promise((resolve) =>
        send(message, undefined, undefined, () => resolve())
      )
  }
  return async (message) => {
    if (message.kind === "progress") {
      logger.info(`Imported ${message.done} of ${message.total} products`)
    } else if (message.kind === "line") {
      logger.info(message.text)
    } else {
      logger.error(message.text)
    }
  }
}
