import { readJson, writeJson } from "./files.mjs"

/** Remembers which steps were finished, and for which state of their inputs. */
export class Records {
  /** @param {string} file */
  constructor(file) {
    this.file = file
  }

  /**
   * @param {string} name
   * @param {string} fingerprint
   */
  isDone(name, fingerprint) {
    return readJson(this.file)?.[name] === fingerprint
  }

  /**
   * Does the work unless it was finished for these inputs. The record goes before the work begins
   * and comes back after it: a killed step is repeated, even when its inputs are changed back.
   * @param {string} name
   * @param {string} fingerprint
   * @param {() => Promise<unknown>} work
   */
  async once(name, fingerprint, work) {
    if (this.isDone(name, fingerprint)) return
    this.forget(name)
    await work()
    this.#write(name, fingerprint)
  }

  /** @param {string} name */
  forget(name) {
    this.#write(name, undefined)
  }

  /**
   * @param {string} name
   * @param {string | undefined} fingerprint
   */
  #write(name, fingerprint) {
    writeJson(this.file, { ...readJson(this.file), [name]: fingerprint })
  }
}
