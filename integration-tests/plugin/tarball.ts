import { readdirSync, readFileSync } from "node:fs"
import { builtinModules } from "node:module"
import path from "node:path"
import { shellEnvironment, temporaryFolder } from "../helpers/environment"
import { run } from "../helpers/processes"
import { ROOT } from "../helpers/server"

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
    peerDependencies: Record<string, string>
  }

/** These packages in the versions that the suite is developed with. */
export function developmentPackages(names: string[]) {
  const versions = readManifest(ROOT).devDependencies
  return Object.fromEntries(names.map((name) => [name, versions[name]]))
}

/** What the package tells npm to bring: everything else must not be imported. */
export function declaredPackages(): string[] {
  const { dependencies, peerDependencies } = readManifest(ROOT)
  return Object.keys({ ...dependencies, ...peerDependencies })
}

/** Runs a command to its end, and fails with what it printed. @returns what it printed */
export async function succeed(command: string, args: string[], cwd: string) {
  const { code, output } = await run({
    command,
    args,
    cwd,
    env: shellEnvironment(),
  })
  if (code !== 0) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${output}`)
  }
  return output
}

export type Tarball = { file: string; files: string[] }

/** What a release publishes: `npm run build` and `npm pack`. */
export async function packSuite(): Promise<Tarball> {
  await succeed("npm", ["run", "build"], ROOT)
  const folder = temporaryFolder()
  await succeed(
    "npm",
    ["pack", "--ignore-scripts", "--pack-destination", folder],
    ROOT
  )
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? ""
  const file = path.join(folder, name)
  const listing = await succeed("tar", ["-tzf", file], folder)
  return {
    file,
    files: listing
      .trim()
      .split("\n")
      .map((entry) => entry.replace(/^package\//, "")),
  }
}

/** Package names only: compiled files also hold sentences, and SQL such as `from "order" where …`. */
const IMPORT =
  /(?:from|import|require\(|import\()\s*["']((?:@[\w-]+\/)?[\w:-][\w./:-]*)["'](?! \w)/g
const packageOf = (specifier: string) =>
  specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/")

/** The packages that the compiled files import. */
export function importedPackages(folder: string): string[] {
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8"))
  const imported = sources.flatMap((source) =>
    [...source.matchAll(IMPORT)].map((match) => match[1] ?? "")
  )
  const packages = imported
    .filter((specifier) => !specifier.startsWith("node:"))
    .map(packageOf)
    .filter((name) => !builtinModules.includes(name))
  return [...new Set(packages)].sort()
}
