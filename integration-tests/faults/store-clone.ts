import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { run } from "../helpers/processes"
import { shellEnvironment } from "../helpers/environment"
import { waitFor } from "../helpers/wait-for"

const ROOT = path.resolve(__dirname, "../..")
const READY = "Ctrl-C stops the store."

/** `npm start` as a person sees it: what it prints, and how it ends. */
export type Start = {
  process: ChildProcess
  output: () => string
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
}

type Part = "npm" | "start" | "medusa" | "simulator" | "postgres"
type Noted = { pid: number }

/** A clone of the working tree in a private folder, where `npm start` can do what it likes. */
export class StoreClone {
  readonly folder: string
  readonly url: string
  #running?: Start

  private constructor(readonly port: number) {
    const parent = mkdtempSync(
      path.join(realpathSync(tmpdir()), "suite-start-")
    )
    this.folder = path.join(parent, "clone")
    this.url = `http://localhost:${port}`
  }

  /** Holds the files that git has or would take; node_modules is shared: installing takes minutes. */
  static async create(port: number) {
    const clone = new StoreClone(port)
    const { output } = await run({
      command: "git",
      args: ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
      cwd: ROOT,
      env: shellEnvironment(),
    })
    const files = output.split("\0").filter(Boolean)
    for (const file of files.filter((name) =>
      existsSync(path.join(ROOT, name))
    )) {
      const target = path.join(clone.folder, file)
      mkdirSync(path.dirname(target), { recursive: true })
      cpSync(path.join(ROOT, file), target)
    }
    const modules = path.join(ROOT, "node_modules")
    symlinkSync(modules, path.join(clone.folder, "node_modules"))
    return clone
  }

  /** A file below `.store`, where everything is that git ignores. */
  stored(...names: string[]) {
    return path.join(this.folder, ".store", ...names)
  }

  /** Puts a file there. */
  store(name: string, text: string) {
    mkdirSync(path.dirname(this.stored(name)), { recursive: true })
    writeFileSync(this.stored(name), text)
  }

  /** Another process has the lock, as that of `npm start` or an import would, until it is stopped. */
  async holdLock(kind: "store" | "import") {
    const lock = JSON.stringify(this.stored("start.lock"))
    const holder = JSON.stringify({ kind, url: this.url })
    const script = `import { takeLock } from "./scripts/lib/single-instance.mjs"
      takeLock(${lock}, ${holder})
      setInterval(() => {}, 1000)`
    const child = spawn(
      process.execPath,
      ["--input-type=module", "--eval", script],
      { cwd: this.folder, env: shellEnvironment(), stdio: "ignore" }
    )
    await waitFor(() => existsSync(this.stored("start.lock")), {
      what: "the lock",
    })
    return async () => {
      child.kill("SIGKILL")
      await once(child, "exit")
    }
  }

  private readStored<T>(name: string): T {
    return JSON.parse(readFileSync(this.stored(name), "utf8")) as T
  }

  /** Runs `npm start` (or another script) without waiting. */
  start(environment: Record<string, string> = {}, script = "start"): Start {
    const child = spawn("npm", ["run", script], {
      cwd: this.folder,
      env: { ...shellEnvironment(), PORT: String(this.port), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
    const ended = once(child, "exit").then(([code]) => code as number | null)
    return { process: child, output: () => output, ended }
  }

  /** Runs it until the store is ready, or fails with what it printed. */
  async startAndWait(
    script = "start",
    environment: Record<string, string> = {}
  ) {
    const start = this.start(environment, script)
    this.#running = start
    let hasEnded = false
    void start.ended.then(() => (hasEnded = true))
    await waitFor(() => hasEnded || start.output().includes(READY), {
      what: "the store to be ready",
      timeoutMs: 300_000,
    })
    if (hasEnded) {
      throw new Error(start.output())
    }
    return start
  }

  /** Where the cluster is: beside the clone, or moved to where its user can enter. */
  postgresFolder() {
    const note = this.stored("postgres", "moved-to")
    return existsSync(note)
      ? readFileSync(note, "utf8").trim()
      : this.stored("postgres")
  }

  /** The pid file's lines: pid first, port fourth; undefined once PostgreSQL has stopped. */
  postgres() {
    const file = path.join(this.postgresFolder(), "data/postmaster.pid")
    if (!existsSync(file)) {
      return undefined
    }
    const lines = readFileSync(file, "utf8").split("\n")
    return { pid: Number(lines[0]), port: Number(lines[3]) }
  }

  /** Kills without a chance to clean up. */
  async kill(names: Part[]) {
    for (const name of names) {
      process.kill(this.pid(name), "SIGKILL")
    }
    await this.#running?.ended
  }

  private pid(name: Part) {
    const pids = {
      npm: () => this.#running?.process.pid,
      start: () => this.readStored<Noted>("start.lock").pid,
      medusa: () => this.readStored<Noted>("child.json").pid,
      simulator: () => this.readStored<Noted>("simulator.json").pid,
      postgres: () => this.postgres()?.pid,
    }
    const pid = pids[name]()
    if (!pid) {
      throw new Error(`${name} does not run`)
    }
    return pid
  }

  async isAnswering() {
    try {
      return (await fetch(`${this.url}/health`)).ok
    } catch {
      return false
    }
  }

  /** Stops what may still run, also after a case that failed half-way, and removes every trace. */
  async remove() {
    this.#running?.process.kill("SIGTERM")
    await this.#running?.ended
    for (const name of ["medusa", "simulator", "postgres"] as const) {
      await this.kill([name]).catch(() => {
        // It has ended, as it should.
      })
    }
    rmSync(this.postgresFolder(), { recursive: true, force: true })
    rmSync(path.dirname(this.folder), { recursive: true, force: true })
  }
}
