import { spawn } from "node:child_process"
import { once } from "node:events"
import fs from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import FilesModuleService from "../service"

const KEY = "digital/01j8/main.pdf"
const UNFINISHED = ".unfinished"

describe("private files in a folder", () => {
  let root: string
  let folder: string
  let files: FilesModuleService

  beforeEach(async () => {
    root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), "files-")))
    folder = path.join(root, "private")
    files = new FilesModuleService({}, { files: { dir: folder } })
  })
  afterEach(() => fs.rm(root, { recursive: true, force: true }))

  const write = (key: string, content: string) =>
    files.write(key, Readable.from([Buffer.from(content)]))

  // The attack: a key, or a link in the folder, that leads to what is not a private file.
  it("are never those of another folder", async () => {
    await fs.writeFile(path.join(root, "secret"), "JWT_SECRET=1")
    await write(KEY, "ours")
    for (const key of [
      "../secret",
      "digital/../../secret",
      `/${root}/secret`,
    ]) {
      await expect(files.read(key)).rejects.toThrow("key: must be")
      await expect(files.stat(key)).rejects.toThrow("key: must be")
      await expect(write(key, "")).rejects.toThrow("key: must be")
      await expect(files.delete(key)).rejects.toThrow("key: must be")
    }
    await fs.symlink(root, path.join(folder, "out"))
    await fs.symlink(path.join(root, "secret"), path.join(folder, "link"))
    await expect(files.read("out/secret")).rejects.toThrow("is a link")
    await expect(write("out/new", "")).rejects.toThrow("is a link")
    await expect(files.delete("out/secret")).rejects.toThrow("is a link")
    await expect(files.read("link")).rejects.toMatchObject({ code: "ELOOP" })
    await write("link", "ours now")
    expect(await fs.readFile(path.join(root, "secret"), "utf8")).toContain(
      "JWT"
    )
    expect(await text(await files.read("link"))).toBe("ours now")
  })

  it("can be entered and read by the store alone", async () => {
    await write(KEY, "ours")
    const modes = await Promise.all(
      [
        folder,
        path.dirname(path.join(folder, KEY)),
        path.join(folder, KEY),
      ].map(async (name) => ((await fs.stat(name)).mode & 0o777).toString(8))
    )
    expect(modes).toEqual(["700", "700", "600"])
  })

  it("are written whole, measured, replaced and removed", async () => {
    expect(await write(KEY, "hello")).toEqual({
      size: 5,
      sha256:
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    })
    await write(KEY, "hello again")
    expect(await files.stat(KEY)).toEqual({ size: 11, content_type: null })
    expect(await text(await files.read(KEY))).toBe("hello again")
    await files.delete(KEY)
    await files.delete(KEY)
    expect(await files.stat(KEY)).toBeNull()
    await expect(files.read(KEY)).rejects.toMatchObject({ type: "not_found" })
  })

  it("are read in part", async () => {
    await write(KEY, "0123456789")
    expect(await text(await files.read(KEY, { start: 2, end: 4 }))).toBe("234")
    expect(await text(await files.read(KEY, { start: 8 }))).toBe("89")
  })

  it("are copied, and what is written to the first later is not in the copy", async () => {
    await write(KEY, "ours")
    expect(await files.copy(KEY, "checked/1")).toBe(true)
    await write(KEY, "others")
    expect(await text(await files.read("checked/1"))).toBe("ours")
    await files.delete(KEY)
    expect(await text(await files.read("checked/1"))).toBe("ours")
    expect(await files.copy(KEY, "checked/2")).toBe(false)
    expect(await fs.readdir(path.join(folder, UNFINISHED))).toEqual([])
  })

  it("are copied where a file cannot have two names", async () => {
    await write(KEY, "ours")
    const refused = Object.assign(new Error("no links"), { code: "EPERM" })
    const link = jest.spyOn(fs, "link").mockRejectedValueOnce(refused)
    expect(await files.copy(KEY, "checked/1")).toBe(true)
    link.mockRestore()
    await write(KEY, "others")
    expect(await text(await files.read("checked/1"))).toBe("ours")
    expect(await fs.readdir(path.join(folder, UNFINISHED))).toEqual([])
  })

  it("are no folders", async () => {
    await write(KEY, "ours")
    expect(await files.stat("digital")).toBeNull()
    expect(await files.stat(`${KEY}/below`)).toBeNull()
    await expect(write("digital", "")).rejects.toThrow()
    expect(await text(await files.read(KEY))).toBe("ours")
  })

  it("leave nothing of a stream that breaks, nor of what was there before", async () => {
    await write(KEY, "before")
    async function* breaking() {
      yield Buffer.alloc(100_000)
      throw new Error("the client is gone")
    }
    await expect(files.write(KEY, Readable.from(breaking()))).rejects.toThrow(
      "the client is gone"
    )
    expect(await text(await files.read(KEY))).toBe("before")
    expect(await fs.readdir(path.join(folder, UNFINISHED))).toEqual([])
  })

  it("written at once under one name are one of them, whole", async () => {
    const contents = Array.from({ length: 20 }, (_, index) =>
      String(index % 10).repeat(50_000)
    )
    await Promise.all(contents.map((content) => write(KEY, content)))
    expect(contents).toContain(await text(await files.read(KEY)))
    expect(await fs.readdir(path.join(folder, UNFINISHED))).toEqual([])
  })

  it("go to nobody else's server", async () => {
    const upload = { key: KEY, content_type: "application/pdf", size: 1 }
    expect(await files.createUpload(upload)).toBeNull()
    expect(await files.createLink({ key: KEY, filename: "a" })).toBeNull()
  })

  it("of a server killed while it wrote are not there; the half goes after a day", async () => {
    const script = path.join(__dirname, "half-written.ts")
    const writer = spawn(
      process.execPath,
      ["-r", "ts-node/register/transpile-only", script, folder],
      { stdio: ["ignore", "pipe", "inherit"] }
    )
    await once(writer.stdout, "data")
    const ended = once(writer, "exit")
    writer.kill("SIGKILL")
    await ended
    const unfinished = path.join(folder, UNFINISHED)
    const [half] = await fs.readdir(unfinished)
    expect(await files.stat("digital/main.pdf")).toBeNull()
    expect(half).toBeDefined()
    const longAgo = new Date(Date.now() - 2 * 86_400_000)
    await fs.utimes(path.join(unfinished, half ?? ""), longAgo, longAgo)
    const restarted = new FilesModuleService({}, { files: { dir: folder } })
    await restarted.stat(KEY)
    expect(await fs.readdir(unfinished)).toEqual([])
  })
})

it("a feature that is off keeps no files", async () => {
  const off = new FilesModuleService({}, { files: false })
  await expect(off.stat("a")).rejects.toThrow("files is switched off")
})
