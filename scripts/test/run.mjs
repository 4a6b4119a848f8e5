import { Children } from "../lib/child.mjs"
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { killSpecs } from "./jest.mjs"

/** One run of the specs: its folder, and what it must stop at its end, last started first. */
export class Run {
  #cleanups = []
  /** @type {Promise<void> | undefined} */
  #ending

  /**
   * @param {string} root
   * @param {string} [logs] where the logs are kept after the run, below the root
   */
  constructor(root, logs = ".medusa/test-logs") {
    this.root = root
    this.folder = mkdtempSync(path.join(os.tmpdir(), "medusa-commerce-suite-"))
    // PostgreSQL runs as another user when we are root.
    chmodSync(this.folder, 0o755)
    this.onEnd(() => rmSync(this.folder, { recursive: true, force: true }))
    this.logs = path.join(root, logs)
    rmSync(this.logs, { recursive: true, force: true })
    mkdirSync(this.logs, { recursive: true })
  }

  /** @param {() => unknown} stop */
  onEnd(stop) {
    this.#cleanups.push(stop)
  }

  /** @param {string} name a lane: what runs beside another command needs its own */
  children(name) {
    const children = new Children(path.join(this.folder, `${name}-child.json`))
    this.onEnd(() => children.end())
    return children
  }

  stopOnSignals() {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.on(signal, async () => {
        killSpecs("SIGTERM")
        await this.end()
        process.exit(130)
      })
    }
  }

  /** Once asked to stop, nothing more may begin. */
  get isEnding() {
    return this.#ending !== undefined
  }

  /** May be asked twice, by a signal and by the end of the work: both wait for the same stop. */
  end() {
    this.#ending ??= this.#stopAll()
    return this.#ending
  }

  async #stopAll() {
    // Not a copy: what was still starting adds itself meanwhile.
    for (let stop; (stop = this.#cleanups.pop());) {
      try {
        await stop()
      } catch (error) {
        console.error(error)
      }
    }
  }
}
