import { claimsFor, isSameLogin, sessionClaims } from "../session-claims"

const LOGIN = {
  auth_identity_id: "authid_1",
  actor_type: "customer",
  actor_id: "cus_1",
  app_metadata: { customer_id: "cus_1" },
  ...{ iat: 1_000, exp: 2_000, iss: "shop", jti: "old", nbf: 1_000 },
}

describe("the claims of an exchanged token", () => {
  it("are Medusa's, with the session, and without what the signer's options write", () => {
    expect(claimsFor(LOGIN, { sid: "authses_1", gen: 3 }, 1_500)).toEqual({
      auth_identity_id: "authid_1",
      actor_type: "customer",
      actor_id: "cus_1",
      app_metadata: { customer_id: "cus_1" },
      ...{ sid: "authses_1", gen: 3, iat: 1_500, jti: "authses_1.3" },
    })
  })

  it("are the same when it is asked for twice, and the given ones stay as they are", () => {
    const session = { sid: "authses_1", gen: 3 }
    const before = structuredClone(LOGIN)
    expect(JSON.stringify(claimsFor(LOGIN, session, 1_500))).toBe(
      JSON.stringify(claimsFor({ ...LOGIN, iat: 1_001 }, session, 1_500))
    )
    expect(LOGIN).toEqual(before)
  })
})

describe("the session that claims name", () => {
  it.each([
    undefined,
    null,
    "authses_1",
    {},
    { sid: "authses_1" },
    { sid: "", gen: 0 },
    { sid: 1, gen: 0 },
    { sid: "authses_1", gen: "0" },
    { sid: "authses_1", gen: 0.5 },
  ])("is none for %j", (claims) => {
    expect(sessionClaims(claims)).toBeUndefined()
  })

  it("is read off those that the suite wrote", () => {
    const session = { sid: "authses_1", gen: 0 }
    expect(sessionClaims({ ...LOGIN, ...session })).toEqual(session)
  })
})

describe("the same login", () => {
  const login = { ...LOGIN, actor_id: "" }
  it.each([
    ["is one without an actor, however that is written", {}, true],
    ["is not one that got its actor", { actor_id: "cus_1" }, false],
    ["is not another identity's", { auth_identity_id: "authid_2" }, false],
    ["is not one in another role", { actor_type: "user" }, false],
  ])("%s", (_, other, expected) => {
    expect(
      isSameLogin(login, { ...LOGIN, actor_id: undefined, ...other })
    ).toBe(expected)
  })
})
