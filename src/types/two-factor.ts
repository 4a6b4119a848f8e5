/** HTTP shapes of the second factor, shared by routes and admin. */

export type TwoFactorState = {
  /** Methods that are set up, such as `totp` and `email`. */
  methods: string[]
  /** Those that the store offers. */
  offered: string[]
  /** How many recovery codes are left. */
  recovery_codes: number
  /** Whether one was shown within the last ten minutes, in this session. */
  is_fresh: boolean
  /** Whether the store demands one. */
  is_required: boolean
  /** Until when it may be missing; null where it is not demanded, or is there. */
  due_at: string | null
}

export type TwoFactorStateResponse = { two_factor: TwoFactorState }
