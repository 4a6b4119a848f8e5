/** Events of the feature `login-events`. */
export const LoginEvents = {
  /**
   * One account, or one address, has met as many failures within a few minutes as the options
   * call a burst; once per window.
   * @eventPayload LoginBurst
   */
  BURST: "login-events.burst",
} as const
