import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { loadTasks } from "../load-tasks"

describe("the folders of tasks", () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tasks-"))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (file: string, source: string) =>
    writeFileSync(path.join(folder, file), source)
  const task = (name: string) =>
    `exports.default = { name: "${name}", run: async () => {} }`
  const names = async (folders: string[]) =>
    (await loadTasks(folders)).map(({ name }) => name)

  it("give one task per file, and leave out what is none", async () => {
    write("mail-send.js", task("mail-send"))
    write("index.js", task("index"))
    write("_draft.js", task("draft"))
    write("mail-send.d.ts", "")
    write("mail-send.js.map", "{}")
    expect(await names([folder])).toEqual(["mail-send"])
  })

  it("may be missing, or be the same one twice", async () => {
    write("mail-send.js", task("mail-send"))
    const missing = path.join(folder, "no-such-folder")
    expect(await names([folder, missing, `${folder}/.`])).toEqual(["mail-send"])
  })

  it("must not hold two tasks of one name", async () => {
    write("one.js", task("mail-send"))
    write("two.js", task("mail-send"))
    await expect(loadTasks([folder])).rejects.toThrow(
      "src/tasks: two tasks are named mail-send"
    )
  })

  it("must hold tasks", async () => {
    write("one.js", "exports.default = 42")
    await expect(loadTasks([folder])).rejects.toThrow(
      "src/tasks: one.js has no task as its default export"
    )
  })
})
