import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "./server"

const API = path.join(ROOT, "src/api")
const METHODS = "GET|POST|PUT|PATCH|DELETE"
const DECLARED = new RegExp(
  `export\\s+(?:const|async\\s+function|function)\\s+(${METHODS})\\b`,
  "g"
)
const LISTED = /export\s*\{([^}]*)\}/g

function exportedMethods(source: string): string[] {
  const declared = [...source.matchAll(DECLARED)].map((match) => match[1] ?? "")
  const listed = [...source.matchAll(LISTED)].flatMap(
    (match) =>
      (match[1] ?? "").match(new RegExp(`\\b(?:${METHODS})\\b`, "g")) ?? []
  )
  return [...declared, ...listed]
}

function routeOf(file: string): string {
  const folder = path.dirname(path.relative(API, file))
  return `/${folder.split(path.sep).join("/")}`.replace(/\[([^\]]+)\]/g, ":$1")
}

/** Every route of the suite as "GET /store/testimonials"; a route file that exports nothing shows as "? /path". */
export function suiteRoutes(): string[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .map((file) => path.join(API, file))
    .flatMap((file) => {
      const methods = exportedMethods(readFileSync(file, "utf8"))
      return (methods.length ? methods : ["?"]).map(
        (method) => `${method} ${routeOf(file)}`
      )
    })
    .sort()
}
