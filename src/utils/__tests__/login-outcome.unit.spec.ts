import { type AuthAnswer, loginAttempt } from "../login-outcome"

const answer = (
  method: string,
  path: string,
  status: number,
  more: Partial<AuthAnswer> = {}
): AuthAnswer => ({
  ...{ method, path, status, body: {}, isSignedIn: false },
  ...more,
})
const token = { body: { token: "a.b.c" } }
const login = "/auth/customer/emailpass"

describe("loginAttempt", () => {
  it.each<[AuthAnswer, string | null]>([
    [answer("POST", login, 200, token), "success"],
    [answer("POST", "/auth/vendor/google/callback", 200, token), "success"],
    [
      answer("GET", "/auth/user/github/callback", 200, {
        body: { mfa_required: true, ...token.body },
      }),
      "mfa_required",
    ],
    [
      answer("POST", login, 200, {
        body: { verification_required: true, ...token.body },
      }),
      "verification_required",
    ],
    [answer("POST", login, 401), "wrong_credentials"],
    [answer("HEAD", login, 401), "wrong_credentials"],
    [answer("POST", login, 400), "wrong_credentials"],
    [answer("POST", login, 429), "throttled"],
    [answer("POST", login, 500), "error"],
    [answer("POST", "/AUTH/customer/EMAILpass/", 401), "wrong_credentials"],
    [answer("POST", "/auth/customer/%65mailpass", 401), "wrong_credentials"],
    [answer("POST", `${login}/reset-password`, 201), "reset_requested"],
    [answer("POST", `${login}/update`, 200), "reset_done"],
    [answer("POST", `${login}/update`, 401), "token_refused"],
    [answer("POST", `${login}/register`, 429), "throttled"],
    [answer("POST", "/auth/token/refresh", 200, token), "refreshed"],
    [answer("POST", "/auth/token/refresh", 401), "token_refused"],
    [answer("POST", "/auth/session", 401), "token_refused"],
    [answer("DELETE", "/auth/session", 200), "logged_out"],
    [answer("POST", "/auth/mfa/challenges/x/verify", 200, token), "mfa_passed"],
    [
      answer("POST", "/auth/mfa/challenges/x/verify", 401, {
        isSignedIn: true,
      }),
      "mfa_failed",
    ],
    [answer("POST", "/auth/mfa/challenges/x/verify", 401), "token_refused"],
    [
      answer("POST", "/auth/mfa/factors/x/verify", 400, { isSignedIn: true }),
      "mfa_failed",
    ],
    [
      answer("DELETE", "/auth/mfa/factors/x", 400, { isSignedIn: true }),
      "mfa_failed",
    ],
    // Not, or not yet, an attempt.
    [
      answer("POST", "/auth/customer/google", 200, {
        body: { location: "https://accounts.test" },
      }),
      null,
    ],
    [answer("POST", `${login}/register`, 200, token), null],
    [answer("POST", "/auth/session", 200), null],
    [answer("POST", "/auth/mfa/factors/x/verify", 200), null],
    [
      answer("DELETE", "/auth/mfa/factors/x", 400, {
        ...{ isSignedIn: true, body: { type: "invalid_data" } },
      }),
      null,
    ],
    [answer("POST", "/auth/mfa/challenges/x/send", 202), null],
    [answer("POST", "/auth/mfa/factors/x/send", 429), null],
    [answer("GET", "/auth/customer/providers", 200), null],
    [answer("POST", "/auth/google/user", 200), null],
    [answer("POST", "/auth/verification/request", 201), null],
    [answer("OPTIONS", login, 204), null],
    [answer("POST", "/auth", 404), null],
    [answer("POST", "/auth/%", 400), null],
    [answer("POST", "/store/carts", 401), null],
    [
      answer("POST", "/ADMIN/users/user_1/Reset-Password/", 202),
      "reset_requested",
    ],
    [answer("POST", "/admin/users/user_1/reset-password", 404), null],
    [answer("GET", "/admin/users/user_1/reset-password", 200), null],
    [answer("POST", "/admin/users/user_1", 200), null],
  ])("reads %j", (given, outcome) => {
    expect(loginAttempt(given)?.outcome ?? null).toBe(outcome)
  })

  it("says whom it was about, where the address does", () => {
    expect(loginAttempt(answer("POST", `${login}/update`, 200))).toEqual({
      ...{ outcome: "reset_done", actor_type: "customer" },
      ...{ provider: "emailpass", actor_id: null },
    })
    expect(loginAttempt(answer("POST", "/auth/session", 401))).toEqual({
      ...{ outcome: "token_refused", actor_type: null, provider: null },
      actor_id: null,
    })
    const reset = "/admin/users/user_1/reset-password"
    expect(loginAttempt(answer("POST", reset, 202))).toEqual({
      ...{ outcome: "reset_requested", actor_type: "user" },
      ...{ provider: "emailpass", actor_id: "user_1" },
    })
  })
})
