import { fork } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { Failure } from "../../scripts/lib/failure.mjs"

const SINK = path.join(import.meta.dirname, "mail-sink.mjs")
const STANDSTILL = 60_000

/**
 * A mail server in a process of its own, the same for both sides.
 * @typedef {object} MailServer
 * @property {number} port
 * @property {() => Promise<{ mails: number, bytes: number }>} count what it has taken so far
 * @property {(mails: number) => Promise<void>} untilTaken
 */

/** @param {import("../lib/bench.mjs").Bench} bench @returns {Promise<MailServer>} */
export async function startMailServer(bench) {
  const child = fork(SINK, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  bench.onEnd(() => child.disconnect())
  const [{ port }] = await once(child, "message")
  const count = async () => {
    child.send("count")
    const [counted] = await once(child, "message")
    return counted
  }
  /** What stands still for a minute will not come any more. */
  async function untilTaken(mails) {
    let last = { mails: -1, at: Date.now() }
    for (;;) {
      const { mails: taken } = await count()
      if (taken >= mails) return
      if (taken > last.mails) last = { mails: taken, at: Date.now() }
      if (Date.now() - last.at > STANDSTILL)
        throw new Failure(`Only ${taken} of ${mails} mails came`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return { port, count, untilTaken }
}
