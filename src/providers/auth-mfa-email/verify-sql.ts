/** Counts an attempt before it is made, whatever else happens at once; past the fifth, or too late, there is no row. */
export const COUNT_ATTEMPT = `
  update auth_mfa_factor
     set provider_metadata = jsonb_set(provider_metadata, '{attempts}',
           to_jsonb((provider_metadata ->> 'attempts')::int + 1)), updated_at = now()
   where id = ? and deleted_at is null and status in ('pending', 'enabled')
     and (provider_metadata ->> 'expires_at')::timestamptz > now()
     and (provider_metadata ->> 'attempts')::int < ?
  returning provider_metadata ->> 'code_hash' as code_hash`

/** Of several who have the right code at once, one gets a row back; a setup is over with it. */
export const USE_CODE = `
  update auth_mfa_factor set provider_metadata = null, status = 'enabled', updated_at = now()
   where id = ? and deleted_at is null and status in ('pending', 'enabled')
     and provider_metadata ->> 'code_hash' = ?
  returning id`
