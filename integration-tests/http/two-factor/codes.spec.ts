/**
 * The attack (A4, A5, A6, A8): a code that was seen over a shoulder, or caught on its way, is shown once more, or eight
 * times at once; codes are guessed; a stolen session switches the second factor off, or writes itself new recovery codes.
 */
import { createHmac, randomInt } from "node:crypto"
import { freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import {
  databaseUrl,
  isFull,
  storeEnvironment,
} from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { inRounds } from "../../helpers/rounds"
import { claimsOf } from "../../helpers/sessions"
import { totpCode } from "../../helpers/totp"
import {
  bearer,
  challenge,
  type Enrolled,
  enrolledCustomer,
  enrolTotp,
  recoveryCodes,
} from "../../helpers/two-factor"

const ROUNDS = isFull() ? 1000 : 3
/** Medusa makes so many recovery codes at once. */
const CODES = 10
const EIGHT = Array.from({ length: 8 }, (_, time) => time)

const count = (answers: { status: number }[], ...statuses: number[]) =>
  answers.filter(({ status }) => statuses.includes(status)).length

/** Wrong, too many, or signed in already: the first factor's token gives way to the whole one. */
const expectRefused = (answers: { status: number }[], times: number) =>
  expect(count(answers, 400, 401, 429)).toBe(times)

/** As if the 15 minutes were over in which an account's wrong codes are counted. */
async function quarterLater({ token }: { token: string }) {
  const key = createHmac("sha256", storeEnvironment().SUITE_SECRET ?? "")
    .update(claimsOf(token).auth_identity_id)
    .digest("base64url")
    .slice(0, 22)
  const forgotten = await query(
    databaseUrl(),
    "delete from rate_limit where key = $1 returning key",
    [`sign-in.code:${key}`]
  )
  expect(forgotten).toHaveLength(1)
}

/** Eight at once, over two sign-ins. */
async function showEightTimes(
  login: { email: string; password: string },
  code: string,
  method: string
) {
  const challenges = [await challenge(login), await challenge(login)]
  return Promise.all(
    EIGHT.map((time) => challenges[time % 2]!.answer(code, method))
  )
}

async function showRecoveryCode(customer: Enrolled, code: string) {
  const answers = await showEightTimes(customer, code, "recovery_code")
  expect(count(answers, 200)).toBe(1)
  expectRefused(answers, 7)
  // From the browser that signed in, which has a counter of its own.
  const passed = answers.find(({ status }) => status === 200)
  const device = passed?.headers.get("x-device-token") ?? ""
  const headers = { "x-device-token": device }
  const { answer } = await challenge(customer, { headers })
  const typed = ` ${code.toUpperCase()} `
  const again = await answer(typed, "recovery_code")
  expect(again.status).toBe(400)
}

describe("a code of the authenticator app", () => {
  it(`shown eight times at once signs in once, in each of ${ROUNDS} rounds (A4.2)`, async () => {
    await inRounds(ROUNDS, async () => {
      const customer = await enrolledCustomer()
      const code = totpCode(customer.secret)
      const answers = await showEightTimes(customer, code, "totp")
      expect(count(answers, 200)).toBe(1)
      expectRefused(answers, 7)
    })
  }, 3_600_000)

  it("is refused the second time, in the words for a wrong one (A4.1)", async () => {
    const customer = await enrolledCustomer()
    const code = totpCode(customer.secret)
    expect((await (await challenge(customer)).answer(code)).status).toBe(200)
    const again = await (await challenge(customer)).answer(code)
    const wrong = await (await challenge(customer)).answer("000000")
    expect(again).toMatchObject({ status: 400, body: wrong.body })
  })

  it("that set the factor up signs nobody in, while the next one does (A4.3)", async () => {
    const customer = await enrolledCustomer()
    const { answer } = await challenge(customer)
    expect((await answer(customer.setupCode)).status).toBe(400)
    expect((await answer(totpCode(customer.secret))).status).toBe(200)
  })

  it("that was wrong may turn out right later: only right ones are used up", async () => {
    const customer = await enrolledCustomer()
    const { answer } = await challenge(customer)
    const future = totpCode(customer.secret, 40)
    expect((await answer(future)).status).toBe(400)
    const rows = await query(
      databaseUrl(),
      `select 1 from two_factor_used_code where accepted_at is null and auth_identity_id in
        (select id from auth_identity where app_metadata ->> 'customer_id' = $1)`,
      [customer.id]
    )
    expect(rows).toEqual([])
  })
})

describe("a recovery code", () => {
  it(`shown eight times at once signs in once, in each of ${ROUNDS} rounds (A5.1)`, async () => {
    await inRounds(Math.ceil(ROUNDS / CODES), async () => {
      const customer = await enrolledCustomer()
      const codes = await recoveryCodes(bearer(customer.token))
      for (const code of codes.slice(0, ROUNDS)) {
        await showRecoveryCode(customer, code)
        await quarterLater(customer)
      }
    })
  }, 3_600_000)

  it("of before is worth nothing once the factor was switched off and set up anew (A5.2)", async () => {
    const customer = await enrolledCustomer()
    const client = bearer(customer.token)
    const [code = ""] = await recoveryCodes(client)
    await expectOk(
      client.delete(`/auth/mfa/factors/${customer.factorId}`, {
        body: { method: "totp", code: totpCode(customer.secret) },
      })
    )
    await enrolTotp(client)
    const { methods } = await challenge(customer)
    expect(methods).toEqual(["totp"])
    const { answer } = await challenge(customer)
    expect((await answer(code, "recovery_code")).status).toBe(400)
  })
})

describe("who guesses codes", () => {
  it("is heard five times of fifty at once", async () => {
    const customer = await enrolledCustomer()
    const challenges = [await challenge(customer), await challenge(customer)]
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, time) =>
        challenges[time % 2]!.answer(String(randomInt(100_000, 999_999)))
      )
    )
    expect(count(answers, 400)).toBeLessThanOrEqual(5)
    expect(count(answers, 429)).toBeGreaterThanOrEqual(45)
  })

  it("by methods that there are none of is told so, everywhere", async () => {
    const { token, factorId } = await enrolledCustomer()
    const client = bearer(token)
    const names = ["nothing", "x".repeat(5000), "recovery_code\u0000"]
    for (const name of names) {
      const started = await client.post("/auth/mfa/factors", { provider: name })
      expect(started.status).toBe(400)
      const dropped = await client.delete(`/auth/mfa/factors/${factorId}`, {
        body: { method: name, code: "123456" },
      })
      expect(dropped.status).toBe(400)
    }
    const { status } = await client.post("/auth/mfa/factors", {
      provider: "recovery_code",
    })
    expect(status).toBe(400)
  })
})

describe("a stolen session", () => {
  it("does not switch the second factor off: that takes a code that nobody has shown", async () => {
    const customer = await enrolledCustomer()
    const { answer } = await challenge(customer)
    const code = totpCode(customer.secret)
    const { body } = await answer(code)
    const thief = bearer(body.token)
    const path = `/auth/mfa/factors/${customer.factorId}`
    const bare = await thief.delete(path, { body: {} })
    expect(bare).toMatchObject({
      status: 400,
      body: { message: "MFA verification code is required to disable MFA" },
    })
    const reused = await thief.delete(path, { body: { method: "totp", code } })
    expect(reused.status).toBe(400)
    const fresh = { method: "totp", code: totpCode(customer.secret, 1) }
    expect((await thief.delete(path, { body: fresh })).status).toBe(200)
  })

  // It was there before the factor was: Medusa's own guard lets it pass.
  it("writes itself no recovery codes, and sets up no factor beside the owner's (A8.2)", async () => {
    const { email, password, token } = await freshCustomer()
    const thief = bearer(token)
    const { token: own = "" } = await expectOk(
      bearer().post<{ token: string }>("/auth/customer/emailpass", {
        ...{ email, password },
      })
    )
    await enrolTotp(bearer(own))
    for (const path of ["recovery-codes", "factors"]) {
      const body = path === "factors" ? { provider: "email" } : {}
      const { status } = await thief.post(`/auth/mfa/${path}`, body)
      expect([401, 403]).toContain(status)
    }
  })

  it("of another does not confirm, drop or be mailed the codes of a factor that is not its own", async () => {
    const [victim, thief] = [await enrolledCustomer(), await freshCustomer()]
    const client = bearer(thief.token)
    const path = `/auth/mfa/factors/${victim.factorId}`
    const code = totpCode(victim.secret)
    const answers = [
      await client.post(`${path}/verify`, { code }),
      await client.post(`${path}/send`, {}),
      await client.delete(path, { body: { method: "totp", code } }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })
})

describe("who has the factor", () => {
  it("makes recovery codes with a fresh one, and one list of ten is good, of however many asked for at once", async () => {
    const customer = await enrolledCustomer()
    const client = bearer(customer.token)
    const answers = await Promise.all(
      EIGHT.map(() => client.post("/auth/mfa/recovery-codes", {}))
    )
    expect(count(answers, 200)).toBeGreaterThanOrEqual(1)
    const [row] = await query<{ count: number }>(
      databaseUrl(),
      `select count(*)::int as count from auth_mfa_recovery_code where auth_identity_id in
        (select id from auth_identity where app_metadata ->> 'customer_id' = $1)`,
      [customer.id]
    )
    expect(row?.count).toBe(10)
  })

  it("is told how it stands", async () => {
    const customer = await enrolledCustomer()
    await recoveryCodes(bearer(customer.token))
    const body = await expectOk(
      customer.client.get("/store/customers/me/two-factor")
    )
    expect(body).toEqual({
      two_factor: {
        ...{
          methods: ["totp"],
          offered: ["totp", "email"],
          recovery_codes: 10,
        },
        ...{ is_fresh: true, is_required: false, due_at: null },
      },
    })
  })
})

it("no code lies in the ledger, and none can be tried on it without the secret", async () => {
  const customer = await enrolledCustomer()
  const [recovery = ""] = await recoveryCodes(bearer(customer.token))
  const code = totpCode(customer.secret)
  await (await challenge(customer)).answer(code)
  await (await challenge(customer)).answer(recovery, "recovery_code")
  const rows = await query<{ row: string }>(
    databaseUrl(),
    `select code::text as row from two_factor_used_code code where auth_identity_id in
      (select id from auth_identity where app_metadata ->> 'customer_id' = $1)`,
    [customer.id]
  )
  expect(rows).toHaveLength(3)
  for (const { row } of rows) {
    expect(row).not.toContain(code)
    expect(row).not.toContain(customer.setupCode)
    expect(row).not.toContain(recovery)
  }
})
