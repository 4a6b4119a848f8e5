import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "..")
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8")

/** As the issue asks for. */
const LEAST = 60
const ID = /^[A-Z]\d+\.\d+$/
/** At the end of a spec's sentence. */
const IN_SPEC = /\(([A-Z]\d+\.\d+)\)["`]/g

const specsIn = (folder: string) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".spec.ts"))
    .map((file) => `${folder}/${file}`)

type Attack = { id: string; attack: string; file: string; sentence: string }

const attacks = read("docs/attacks.md")
  .split("\n")
  .map((line) =>
    line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\(.)/g, "$1"))
  )
  .filter(([, id]) => ID.test(id ?? ""))
  .map(([, id = "", attack = "", file = "", sentence = ""]): Attack => ({
    ...{ id, attack, sentence },
    file: file.replaceAll("`", ""),
  }))

describe("the list of attacks", () => {
  it(`has ${LEAST} or more that specs try, each once`, () => {
    expect(attacks.length).toBeGreaterThanOrEqual(LEAST)
    const ids = attacks.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(attacks.filter(({ attack }) => !attack)).toEqual([])
  })

  it.each(attacks.map(({ id, file, sentence }) => [id, file, sentence]))(
    "finds %s in %s",
    (id, file, sentence) => {
      const text = read(file)
      const titles = ['"', "`"].map(
        (quote) => `${quote}${sentence} (${id})${quote}`
      )
      expect(titles.some((title) => text.includes(title))).toBe(true)
    }
  )

  it("leaves out no spec that has an id", () => {
    const known = new Map(attacks.map(({ id, file }) => [id, file]))
    const strangers = ["src", "integration-tests"]
      .flatMap(specsIn)
      .flatMap((file) =>
        [...read(file).matchAll(IN_SPEC)].flatMap(([, id = ""]) =>
          known.get(id) === file ? [] : `${id} in ${file}`
        )
      )
    expect(strangers).toEqual([])
  })
})
