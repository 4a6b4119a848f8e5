import { resolveSuiteOptions } from "../../../config/options"
import { describeFinding, heed, heedConfiguration } from "../boot"
import { CONFIG_CHECKS } from "../checks"
import { notAlone } from "../checks/several-instances"
import { inMemoryParts, redisUrl } from "../configured-modules"
import type { NamedFinding, Setup } from "../finding"
import { formatReport } from "../report"

const STRONG = "k".repeat(32)

type Given = {
  modules?: Record<string, unknown>
  http?: Record<string, unknown>
  suite?: object
  stripe?: object
  razorpay?: object
  isProduction?: boolean
}

function setupWith({
  modules,
  http,
  suite,
  stripe,
  razorpay,
  ...rest
}: Given = {}): Setup {
  return {
    config: {
      projectConfig: {
        http: { jwtSecret: STRONG, cookieSecret: STRONG, ...http },
      },
      modules: modules ?? {},
    } as unknown as Setup["config"],
    suite: resolveSuiteOptions({
      general: { secret: STRONG },
      stripe,
      razorpay,
      ...suite,
    }),
    isProduction: false,
    ...rest,
  }
}

function find(name: string, setup: Setup): NamedFinding {
  const check = CONFIG_CHECKS.find((one) => one.name === name)
  if (!check) {
    throw new Error(`There is no check ${name}`)
  }
  return { name, ...check.examine(setup) }
}

const locking = (...providers: object[]) => ({
  locking: { resolve: "@medusajs/medusa/locking", options: { providers } },
})
const TWILIO = {
  accountSid: `AC${"0".repeat(32)}`,
  authToken: "token",
  from: "+15005550006",
}
const POSTGRES_LOCKS = {
  resolve: "@medusajs/medusa/locking-postgres",
  id: "pg",
}
const REDIS_LOCKS = { resolve: "@medusajs/medusa/locking-redis", id: "redis" }
const REDIS_MODULES = {
  event_bus: {
    resolve: "@medusajs/medusa/event-bus-redis",
    options: { redisUrl: "redis://bus:6379" },
  },
  workflows: { resolve: "@medusajs/medusa/workflow-engine-redis" },
  ...locking(REDIS_LOCKS),
}

describe("the doctor", () => {
  it("finds nothing wrong with strong secrets and Medusa's defaults", () => {
    const setup = setupWith()
    const severities = CONFIG_CHECKS.map(
      ({ examine }) => examine(setup).severity
    )
    expect(new Set(severities)).toEqual(new Set(["ok"]))
  })

  it("refuses locking-postgres, also beside another provider", () => {
    for (const providers of [[POSTGRES_LOCKS], [REDIS_LOCKS, POSTGRES_LOCKS]]) {
      const setup = setupWith({ modules: locking(...providers) })
      expect(find("locking-postgres", setup)).toMatchObject({
        severity: "refusal",
        fix: expect.stringContaining("locking-redis") as string,
      })
    }
  })

  it.each([
    "supersecret",
    "supersecret-with-a-tail-that-is-long",
    "short",
    undefined,
  ])(
    "refuses the secret %s in production and warns elsewhere, without printing it",
    (jwtSecret) => {
      const given = { http: { jwtSecret } }
      const inProduction = find(
        "default-secrets",
        setupWith({ ...given, isProduction: true })
      )
      expect(inProduction.severity).toBe("refusal")
      expect(inProduction.found).toContain("jwtSecret")
      expect(inProduction.found).not.toContain("tail")
      expect(find("default-secrets", setupWith(given)).severity).toBe("warning")
    }
  )

  it("takes a key pair as a secret", () => {
    const http = { jwtSecret: Buffer.from("-----BEGIN") }
    expect(find("default-secrets", setupWith({ http })).severity).toBe("ok")
  })

  // R1.5, the attack: guessing from behind the store's own proxy, until its one address keeps everybody out.
  it.each([
    ["https://api.shop.test", 0, "warning"],
    ["https://api.shop.test", 1, "ok"],
    ["http://localhost:9000", 0, "ok"],
  ])(
    "looks for the proxy that nobody told it of: %s with %i trusted (R1.5)",
    (backendUrl, hops, severity) => {
      const general = { secret: STRONG, backendUrl, trustedHops: hops }
      const finding = find("trusted-hops", setupWith({ suite: { general } }))
      expect(finding.severity).toBe(severity)
    }
  )

  // The attack: a copy of the database, and a dictionary.
  it.each([
    [undefined, "ok"],
    [15, "ok"],
    [10, "warning"],
  ])("looks at what a password's hash costs: %s", (logN, severity) => {
    const options = logN && { hashConfig: { logN, r: 8, p: 1 } }
    const emailpass = { resolve: "@medusajs/medusa/auth-emailpass", options }
    const modules = { auth: { options: { providers: [emailpass] } } }
    expect(find("password-hash", setupWith({ modules })).severity).toBe(
      severity
    )
  })

  it("warns when the suite's secret is derived", () => {
    const setup = setupWith({ suite: { general: {} } })
    expect(find("suite-secret", setup).severity).toBe("warning")
  })

  it.each([
    [{ apiKey: "sk_live_1" }, true, "no webhook secret"],
    [
      { apiKey: "sk_test_1", webhookSecret: "whsec_1" },
      true,
      "a test key in production",
    ],
    [{ apiKey: "sk_test_1", webhookSecret: "whsec_1" }, false, undefined],
    [{}, true, undefined],
  ])(
    "looks at Stripe's options %j, in production: %s",
    (stripe, isProduction, expected) => {
      const { severity, found } = find(
        "stripe",
        setupWith({ stripe, isProduction })
      )
      expect(severity).toBe(expected ? "warning" : "ok")
      expect(found).toContain(expected ?? "")
      expect(found).not.toContain("sk_")
    }
  )

  it.each([
    [{ keyId: "rzp_live_1", keySecret: "s" }, "no webhook secret"],
    [
      { keyId: "rzp_live_1", keySecret: "s", webhookSecret: "whsecret" },
      undefined,
    ],
    [{}, undefined],
  ])("looks at Razorpay's options %j", (razorpay, expected) => {
    const { severity, found } = find("razorpay", setupWith({ razorpay }))
    expect(severity).toBe(expected ? "warning" : "ok")
    expect(found).toContain(expected ?? "")
    expect(found).not.toContain("rzp_")
  })

  it.each([
    [{ sendgrid: { apiKey: "SG.secret" } }, "no verification key"],
    [{ twilio: TWILIO }, "no public address"],
    [{ twilio: { ...TWILIO, publicUrl: "https://shop.test" } }, undefined],
    [{}, undefined],
  ])("looks at who reports of messages: %j", (channels, expected) => {
    const messages = { from: "shop@shop.test", ...channels }
    const setup = setupWith({ suite: { messages } })
    const { severity, found } = find("delivery-reports", setup)
    expect(severity).toBe(expected ? "warning" : "ok")
    expect(found).toContain(expected ?? "")
    expect(found).not.toMatch(/SG\.|token/)
  })

  const PUBLIC = "https://api.shop.test"
  const providers = [{ resolve: "./src/providers/x", id: "mailbox" }]

  it.each([
    [PUBLIC, false, true, "no customer gets any"],
    [PUBLIC, true, true, "any admin can open"],
    [PUBLIC, true, false, "any admin can open"],
    [PUBLIC, false, false, undefined],
    ["http://localhost:9000", true, true, undefined],
  ])(
    "looks at a mailbox that nothing leaves: of %s, open: %s, in production: %s",
    (backendUrl, openMailbox, isProduction, expected) => {
      const general = { secret: STRONG, backendUrl }
      const suite = { general, messages: { openMailbox } }
      const modules = { notification: { options: { providers } } }
      const setup = setupWith({ modules, suite, isProduction })
      const { severity, found } = find("mailbox", setup)
      expect(severity).toBe(expected ? "warning" : "ok")
      expect(found).toContain(expected ?? "")
      const another = setupWith({ suite, isProduction })
      expect(find("mailbox", another).severity).toBe("ok")
    }
  )
})

describe("an instance", () => {
  it("keeps locks, bus and workflows in its memory by default", () => {
    expect(inMemoryParts(setupWith())).toEqual([
      "locks",
      "event bus",
      "workflow engine",
    ])
    const local = {
      event_bus: "@medusajs/event-bus-local",
      workflows: { resolve: "@medusajs/medusa/workflow-engine-inmemory" },
      ...locking(),
    }
    expect(inMemoryParts(setupWith({ modules: local }))).toHaveLength(3)
  })

  it("keeps nothing with Medusa's Redis modules", () => {
    const setup = setupWith({ modules: REDIS_MODULES })
    expect(inMemoryParts(setup)).toEqual([])
    expect(redisUrl(setup)).toBe("redis://bus:6379")
  })

  it("locks in memory when none of several providers is the default", () => {
    const other = { ...REDIS_LOCKS, id: "other" }
    const modules = { ...REDIS_MODULES, ...locking(REDIS_LOCKS, other) }
    expect(inMemoryParts(setupWith({ modules }))).toEqual(["locks"])
    const marked = locking(REDIS_LOCKS, { ...other, is_default: true })
    expect(
      inMemoryParts(setupWith({ modules: { ...modules, ...marked } }))
    ).toEqual([])
  })

  it("that may not run beside another says why and what to do", () => {
    expect(notAlone(setupWith())).toMatchObject({
      severity: "refusal",
      found: expect.stringContaining(
        "locks, event bus, workflow engine"
      ) as string,
      fix: expect.stringContaining("REDIS_URL") as string,
    })
  })
})

describe("a boot", () => {
  const log = {
    lines: [] as string[],
    warn: (line: string) => log.lines.push(line),
  }
  const unsafe = { modules: locking(POSTGRES_LOCKS) }
  beforeEach(() => (log.lines = []))

  it("is stopped by a refusal: one line with the fix, no stack", () => {
    const boot = () => heedConfiguration(setupWith(unsafe), log)
    expect(boot).toThrow(
      /^medusa-commerce-suite refuses to start: locking-postgres: .*Fix: .*SUITE_DOCTOR_OVERRIDE=locking-postgres.*$/
    )
    try {
      boot()
    } catch (error) {
      expect((error as Error).stack).toBe("")
    }
  })

  it("goes on when the refusal is overridden, and says so", () => {
    const suite = {
      general: { secret: STRONG },
      doctor: { override: ["locking-postgres"] },
    }
    heedConfiguration(setupWith({ ...unsafe, suite }), log)
    expect(log.lines).toEqual([expect.stringContaining("overridden")])
  })

  it("goes on after a warning, and says it with its fix", () => {
    const finding: NamedFinding = {
      name: "redis",
      severity: "warning",
      found: "odd",
      fix: "even",
    }
    heed(finding, setupWith(), log)
    expect(log.lines).toEqual([`Doctor: ${describeFinding(finding)}`])
  })

  it("is refused when the override names no check", () => {
    expect(() =>
      resolveSuiteOptions({ doctor: { override: ["all"] } } as object)
    ).toThrow("doctor.override")
  })
})

it("the report has a line per check, and the fix below", () => {
  const report = formatReport([
    { name: "postgres", severity: "ok", found: "version 15.1" },
    {
      name: "redis",
      severity: "warning",
      found: "allkeys-lru",
      fix: "noeviction",
    },
  ])
  expect(report).toBe(
    [
      "ok       postgres  version 15.1",
      "WARNING  redis     allkeys-lru",
      "                   → noeviction",
      "",
    ].join("\n")
  )
})
