/** The attack: a password that everybody tries first, chosen at registration, by an invited admin, or with a reset. */
import { randomUUID } from "node:crypto"
import { baseUrl } from "../../helpers/environment"
import { httpClient } from "../../helpers/http"
import { freshIp, signIn } from "../../helpers/sign-in"

const client = () => httpClient(baseUrl(), { "x-forwarded-for": freshIp() })

const REFUSED: [password: unknown, why: RegExp][] = [
  ["a", /10 to 128/],
  ["123456789", /10 to 128/],
  ["nine-char", /10 to 128/],
  ["x".repeat(129), /10 to 128/],
  ["🔑".repeat(9), /10 to 128/],
  ["", /10 to 128/],
  [1234567890123, /text/],
  [["long-enough-1"], /text/],
  [{ length: 12 }, /text/],
  [null, /text/],
  [undefined, /text/],
  ["1234567890", /common/],
  ["qwertyuiop", /common/],
  ["QwertyUiop", /common/],
  ["password123", /common/],
  ["Password1234", /common/],
  ["1q2w3e4r5t", /common/],
  ["contraseña", /common/],
  ["0987654321", /common/],
]

const TAKEN = [
  "correct horse",
  "all small letters",
  "🔑".repeat(10),
  "пароль от чайной",
  " leading and trailing ",
  "x9".repeat(64),
]

describe("a password", () => {
  // A3.1, the attack: the passwords that everybody tries first.
  it.each(REFUSED)(
    "such as %j is refused at registration (A3.1)",
    async (password, why) => {
      for (const actor of ["customer", "user"]) {
        const email = `${randomUUID()}@store.test`
        const { status, body } = await client().post(
          `/auth/${actor}/emailpass/register`,
          { email, password }
        )
        expect(status).toBe(400)
        expect(body.message).toMatch(why)
        expect(body.message).toMatch(/password: /)
      }
    }
  )

  // A3.2, the attack: the address as the password.
  it("that is the address is refused (A3.2)", async () => {
    const email = `${randomUUID()}@store.test`
    const path = "/auth/customer/emailpass/register"
    const login = { email, password: email.toUpperCase() }
    expect((await client().post(path, login)).status).toBe(400)
  })

  it.each(TAKEN)("such as %j is taken, and signs in", async (password) => {
    const email = `${randomUUID()}@store.test`
    const login = { email, password }
    const path = "/auth/customer/emailpass/register"
    expect((await client().post(path, login)).status).toBe(200)
    expect((await signIn(login)).status).toBe(200)
  })
})
