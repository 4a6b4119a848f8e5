/** How long a code could still be shown again: longer than any authenticator's window. */
const KEEP = "interval '1 hour'"

/** One of eight at once gets a row back. Another may have it once the time is up in which it was good. */
export const CLAIM = `
  insert into two_factor_used_code (auth_identity_id, method, code_hash, session_key, expires_at)
  values (?, ?, ?, ?, now() + ${KEEP})
  on conflict (auth_identity_id, method, code_hash) do update
     set session_key = excluded.session_key, claimed_at = now(), accepted_at = null,
         expires_at = excluded.expires_at
   where two_factor_used_code.expires_at <= now()
  returning code_hash`

export const ACCEPT = `
  update two_factor_used_code set accepted_at = now(), expires_at = now() + ${KEEP}
   where auth_identity_id = ? and method = ? and code_hash = ?`

export const RELEASE = `
  delete from two_factor_used_code
   where auth_identity_id = ? and method = ? and code_hash = ? and accepted_at is null`

export const IS_PROVEN = `
  select true as is_proven from two_factor_used_code
   where auth_identity_id = ? and session_key = ? and accepted_at > now() - make_interval(secs => ?) limit 1`

export const PRUNE =
  "delete from two_factor_used_code where expires_at <= now()"

/** A new code, unless the last one has just gone out: of several at once one gets a row back. */
export const ISSUE = `
  update auth_mfa_factor set provider_metadata = ?::jsonb, updated_at = now()
   where id = ? and status in ('pending', 'enabled') and deleted_at is null
     and coalesce((provider_metadata ->> 'sent_at')::timestamptz, '-infinity') <= now() - make_interval(secs => ?)
  returning id`
