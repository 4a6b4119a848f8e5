/** The dashboard's own list of factors: what it reads anew after a change. */
const CORE = ["mfa", "list"] as const

export const twoFactorKeys = {
  all: CORE,
  /** Below it, so that it is read anew when the dashboard sets up an authenticator app. */
  state: [...CORE, "two-factor"] as const,
}
