import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

/**
 * npm leaves optional packages of other platforms out of the lock file when a registry does not
 * have them, and `npm ci` then refuses the lock file. This writes the missing entries; run it
 * after `npm install` changed the lock file.
 */
const FILE = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "../package-lock.json"
)
const SYSTEMS = {
  linuxmusl: "linux",
  windows: "win32",
  ...Object.fromEntries(
    "aix android darwin freebsd linux netbsd openbsd openharmony sunos win32"
      .split(" ")
      .map((name) => [name, name])
  ),
}
const PROCESSORS = /^(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|mips64el)$/

/** What the name of a package such as `@swc/core-linux-arm64-musl` says about where it runs. */
function platformOf(name) {
  const words = name.split("/").at(-1).split(/[-.]/)
  const os = words.map((word) => SYSTEMS[word]).find(Boolean)
  const cpu = words.find((word) => PROCESSORS.test(word))
  const isMusl = words.some((word) => word.includes("musl"))
  const isGnu = words.some((word) => word.startsWith("gnu"))
  const libc = isMusl ? "musl" : isGnu ? "glibc" : undefined
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os === "linux" && libc && { libc: [libc] }),
    ...(os && { os: [os] }),
  }
}

/** Whether Node would find the package from there. */
function isLocked(packages, from, name) {
  const folders = from ? from.split("/node_modules/") : [""]
  return folders.some((_, index) => {
    const parent = folders
      .slice(0, folders.length - index)
      .join("/node_modules/")
    return packages[path.posix.join(parent, "node_modules", name)]
  })
}

const lock = JSON.parse(readFileSync(FILE, "utf8"))
const { "": project, ...packages } = lock.packages
const added = []
for (const [from, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(
    entry.optionalDependencies ?? {}
  )) {
    const place = `node_modules/${name}`
    const isExact = /^\d/.test(version)
    if (!isExact || packages[place] || isLocked(packages, from, name)) continue
    const flags = { dev: entry.dev, peer: entry.peer, optional: true }
    packages[place] = { version, ...platformOf(name), ...flags }
    added.push(`${name}@${version}`)
  }
}
const sorted = Object.entries(packages).sort(([a], [b]) =>
  a.localeCompare(b, "en")
)
lock.packages = { "": project, ...Object.fromEntries(sorted) }
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added ${added.join(", ")}` : "Nothing to add")
