import { execFileSync } from "node:child_process"
import path from "node:path"
import { shellEnvironment } from "../helpers/environment"

const SOURCE = "src/config/index.ts"
const MODULE = "src/modules/testimonials/options.ts"

const RESTRICTED = "no-restricted-syntax"

type Snippet = { what: string; code: string; filePath: string; rule: string }

const forbidden: Snippet[] = [
  ...[
    "export const ip = (req: { ip: string }) => req.ip",
    "export const ip = (request: { ip: string }) => request['ip']",
    "export function ip(req: { ip: string }) { const { ip } = req; return ip }",
    "export const ip = (r: { request_context: { ip_address: string } }) => r.request_context.ip_address",
    "export const ip = (r: { request_context?: { ip_address: string } }) => r.request_context?.ip_address",
    "export function ip(r: { request_context: { ip_address: string } }) { const { ip_address } = r.request_context; return ip_address }",
  ].map((code) => ({
    what: "an address that the client can forge",
    code,
    filePath: SOURCE,
    rule: RESTRICTED,
  })),
  ...[
    "export const url = process.env.DATABASE_URL",
    "export function url() { const { env } = process; return env }",
    'import { env } from "node:process"; export const url = env.DATABASE_URL',
  ].map((code) => ({
    what: "the environment outside its one place",
    code,
    filePath: SOURCE,
    rule: RESTRICTED,
  })),
  ...[
    'import { rateLimitsOptionsSchema } from "../rate-limits/options"; export const other = rateLimitsOptionsSchema',
    'export * from "../rate-limits/options"',
    'export const other = () => import("../rate-limits/options")',
    'export type Other = import("../rate-limits/options").RateLimitsOptions',
    'import limits from "medusa-commerce-suite/modules/rate-limits"; export const other = limits',
  ].map((code) => ({
    what: "one module importing another",
    code,
    filePath: MODULE,
    rule: "suite/no-cross-module-import",
  })),
  {
    what: "any",
    code: "export const anything = (value: any) => value",
    filePath: SOURCE,
    rule: "@typescript-eslint/no-explicit-any",
  },
  {
    what: "a promise that nobody waits for",
    code: "async function work() {}; export function start() { work() }",
    filePath: SOURCE,
    rule: "@typescript-eslint/no-floating-promises",
  },
  {
    what: "Medusa's proprietary RBAC",
    code: 'import rbac from "@medusajs/rbac"; export default rbac',
    filePath: SOURCE,
    rule: "@typescript-eslint/no-restricted-imports",
  },
  {
    what: "a second zod",
    code: 'import { z } from "zod"; export const schema = z.string()',
    filePath: SOURCE,
    rule: "@medusajs/zod-import-source",
  },
]

const allowed = [
  {
    what: "the environment in app/environment.ts",
    code: "export const url = process.env.DATABASE_URL",
    filePath: "app/environment.ts",
  },
  {
    what: "a module importing its own files and the suite's config",
    code: 'import { isOff } from "../../config/suite-options"\nimport * as models from "./models/testimonial"; export const both = [isOff, models]',
    filePath: MODULE,
  },
]

const nested = [
  [
    "src/subscribers/orders/order-placed.ts",
    "@medusajs/subscriber-config-export-required",
  ],
  ["src/jobs/orders/sweep.ts", "@medusajs/scheduled-job-config-required"],
  [
    "src/api/store/testimonials/route.ts",
    "@medusajs/use-validated-body-or-query",
  ],
  [
    "src/workflows/testimonials/create-testimonial.ts",
    "@medusajs/no-non-serializable-step-return",
  ],
] as const

type Findings = { rulesHit: string[][]; rulesOn: string[][] }

describe("ESLint", () => {
  let findings: Findings

  beforeAll(() => {
    const input = JSON.stringify({
      snippets: [...forbidden, ...allowed],
      files: nested.map(([file]) => file),
    })
    const runner = path.join(__dirname, "lint-snippets.mjs")
    // With CI=true the parser would read the files from the disk, not the snippets.
    const env = shellEnvironment()
    const output = execFileSync(process.execPath, [runner], { input, env })
    findings = JSON.parse(output.toString()) as Findings
  }, 180_000)

  it.each(forbidden.map((snippet, index) => ({ ...snippet, index })))(
    "forbids $what: $code",
    ({ rule, index }) => {
      expect(findings.rulesHit[index]).toContain(rule)
    }
  )

  it.each(allowed.map((snippet, index) => ({ ...snippet, index })))(
    "allows $what",
    ({ index }) => {
      expect(findings.rulesHit[forbidden.length + index]).toEqual([])
    }
  )

  it.each(nested.map(([file, rule], index) => ({ file, rule, index })))(
    "checks the nested file $file with $rule",
    ({ rule, index }) => {
      expect(findings.rulesOn[index]).toContain(rule)
    }
  )
})
