/** The attack: a token made up, tampered with, signed by somebody else, or meant for something else. */
import { createHmac, generateKeyPairSync, sign as signWith } from "node:crypto"
import { type Customer, freshCustomer } from "../../helpers/clients"
import { baseUrl, storeEnvironment } from "../../helpers/environment"
import { httpClient } from "../../helpers/http"

type Claims = Record<string, unknown>

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")
const opened = (text = "") =>
  JSON.parse(Buffer.from(text, "base64url").toString()) as Claims

const secret = () => storeEnvironment().JWT_SECRET ?? ""

function token(claims: Claims, { key = secret(), alg = "HS256" } = {}) {
  const signed = `${part({ alg, typ: "JWT" })}.${part(claims)}`
  const hash = `sha${alg.slice(2)}`
  const mac =
    alg.toLowerCase() === "none"
      ? ""
      : createHmac(hash, key).update(signed).digest("base64url")
  return `${signed}.${mac}`
}

function signedByKeyPair(claims: Claims) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`
  const mac = signWith("sha256", Buffer.from(signed), privateKey)
  return `${signed}.${mac.toString("base64url")}`
}

describe("a token", () => {
  let customer: Customer
  let claims: Claims

  beforeAll(async () => {
    customer = await freshCustomer()
    claims = opened(customer.token.split(".")[1])
  })

  const status = async (bearer: string, path = "/store/customers/me") => {
    const headers = {
      ...customer.client.headers,
      authorization: `Bearer ${bearer}`,
    }
    return (await httpClient(baseUrl(), headers).get(path)).status
  }

  // J1.15, the attack: a customer's token at the admin's door.
  it("that the store made opens the account, and no other's door (J1.15)", async () => {
    expect(await status(customer.token)).toBe(200)
    expect(await status(token(claims))).toBe(200)
    expect(await status(customer.token, "/admin/orders")).toBe(401)
    expect(await status(customer.token, "/admin/users/me")).toBe(401)
  })

  const seconds = (more: number) => Math.floor(Date.now() / 1000) + more

  const FORGED: [what: string, make: () => string][] = [
    ["without a signature (J1.1)", () => token(claims, { alg: "none" })],
    ["with alg None (J1.2)", () => token(claims, { alg: "None" })],
    ["signed with an empty key (J1.3)", () => token(claims, { key: " " })],
    [
      "signed with Medusa's default (J1.4)",
      () => token(claims, { key: "supersecret" }),
    ],
    [
      "signed with the cookies' key (J1.5)",
      () => token(claims, { key: storeEnvironment().COOKIE_SECRET }),
    ],
    [
      "signed with the suite's key (J1.6)",
      () => token(claims, { key: storeEnvironment().SUITE_SECRET }),
    ],
    ["signed with a key pair (J1.7)", () => signedByKeyPair(claims)],
    ["that has run out (J1.8)", () => token({ ...claims, exp: seconds(-1) })],
    [
      "that is not good yet (J1.9)",
      () => token({ ...claims, nbf: seconds(600) }),
    ],
    [
      "of a reset mail (J1.10)",
      () =>
        token({
          ...{ entity_id: customer.email, provider: "emailpass" },
          ...{ actor_type: "customer", purpose: "reset", jti: "1" },
          exp: seconds(600),
        }),
    ],
    [
      "made an admin's under its own signature (J1.11)",
      () => {
        const [head, , mac] = customer.token.split(".")
        return `${head}.${part({ ...claims, actor_type: "user" })}.${mac}`
      },
    ],
    [
      "with another's claims under its own signature (J1.12)",
      () => {
        const [head, , mac] = customer.token.split(".")
        return `${head}.${part({ ...claims, actor_id: "cus_other" })}.${mac}`
      },
    ],
    ["cut short (J1.13)", () => customer.token.slice(0, -4)],
    ["that is none (J1.14)", () => "null"],
  ]

  it.each(FORGED)("%s opens nothing", async (_, make) => {
    expect(await status(make())).toBe(401)
    expect(await status(make(), "/admin/orders")).toBe(401)
  })

  // J1.16, the attack: a session's token in place of a reset's.
  it("of a session changes no password: that takes a reset's (J1.16)", async () => {
    const { status: answered } = await httpClient(baseUrl(), {
      authorization: `Bearer ${customer.token}`,
    }).post("/auth/customer/emailpass/update", { password: "a new long one" })
    expect(answered).toBe(401)
  })
})
