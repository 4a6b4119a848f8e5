export const twoFactorKeys = {
  all: ["two-factor"] as const,
  /** The dashboard's own list of factors. */
  core: ["mfa"] as const,
}
