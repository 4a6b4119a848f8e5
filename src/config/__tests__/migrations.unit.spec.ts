import { readdirSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../../..")

const listed = (folder: string) => {
  try {
    return readdirSync(path.join(ROOT, folder))
  } catch {
    return []
  }
}

/** Names of migrations in a folder of modules, with the module of each. */
const migrationsIn = (folder: string, within: string) =>
  listed(folder).flatMap((module) =>
    listed(path.join(folder, module, within))
      .map((file) => /^(Migration\w+)\.[jt]s$/.exec(file)?.[1])
      .flatMap((name) => (name ? [{ name, module }] : []))
  )

describe("migrations", () => {
  it("have names that no other module has: Medusa keeps them in one table, and takes a second one for done", () => {
    const ours = migrationsIn("src/modules", "migrations")
    const others = migrationsIn("node_modules/@medusajs", "dist/migrations")
    expect(ours.length).toBeGreaterThan(10)
    expect(others.length).toBeGreaterThan(10)
    const taken = (mine: { name: string; module: string }) =>
      [...ours, ...others].some(
        ({ name, module }) => name === mine.name && module !== mine.module
      )
    expect(ours.filter(taken)).toEqual([])
  })
})
