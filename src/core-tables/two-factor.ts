/**
 * For when the suite is taken away, and its provider with it: Medusa's sign-in breaks over a method that it has no
 * provider of. Switched off, the feature keeps the provider, which then proves nothing, and the factors.
 */
export const END_EMAIL_FACTORS = `
  update auth_mfa_factor set status = 'disabled', provider_metadata = null, updated_at = now()
   where provider = 'email' and status in ('pending', 'enabled') and deleted_at is null`
