/** Run as a process of its own, to be killed: writes the first half of a file, says so, and goes on for ever. */
import { Readable } from "node:stream"
import { LocalStore } from "../local-store"

async function* endless() {
  yield Buffer.alloc(1024 * 1024, "x")
  process.stdout.write("half")
  await new Promise((resolve) => setTimeout(resolve, 600_000))
}

const [, , folder = ""] = process.argv
void new LocalStore(folder).write("digital/main.pdf", Readable.from(endless()))
