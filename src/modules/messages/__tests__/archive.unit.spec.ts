import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { appendToArchive } from "../archive"

const NOW = new Date("2026-11-22T23:59:00Z")

describe("the archive of old messages", () => {
  let folder: string

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "archive-")), "deep/er")
  })
  afterEach(() => rmSync(path.resolve(folder, "../.."), { recursive: true }))

  const append = (...ids: string[]) =>
    appendToArchive(
      folder,
      NOW,
      ids.map((id) => ({ id, text: "Two\nlines" }))
    )
  const file = () => path.join(folder, "messages-2026-11-22.ndjson")
  const lines = () => readFileSync(file(), "utf8").trimEnd().split("\n")

  it("has a file for each day with a line for each message, which only its owner reads", async () => {
    await append("a", "b")
    await append("c")
    expect(readdirSync(folder)).toEqual(["messages-2026-11-22.ndjson"])
    expect(
      lines().map((line) => (JSON.parse(line) as { id: string }).id)
    ).toEqual(["a", "b", "c"])
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it("loses nothing to half a line that a kill has left", async () => {
    await append("a")
    appendFileSync(file(), '{"id":"b","te')
    await append("b")
    const readable = lines().flatMap((line) => {
      try {
        return [(JSON.parse(line) as { id: string }).id]
      } catch {
        return []
      }
    })
    expect(readable).toEqual(["a", "b"])
  })
})
