/** Nothing comes back while the last one is younger than the pause. */
export const SEND_CODE = `
  insert into email_code as known (id, auth_identity_id, email, code_hash, sent_at, expires_at)
  values (?, ?, ?, ?, ?, ?)
  on conflict (auth_identity_id) where deleted_at is null
  do update set email = excluded.email, code_hash = excluded.code_hash, tries = 0,
                sent_at = excluded.sent_at, expires_at = excluded.expires_at, updated_at = now()
   where known.sent_at <= ?
  returning id`

export const LAST_SENT =
  "select sent_at from email_code where auth_identity_id = ? and deleted_at is null"

/** Counted before it is compared: of a hundred guesses at once five are looked at. */
export const TRY_CODE = `
  update email_code set tries = tries + 1, updated_at = now()
   where auth_identity_id = ? and expires_at > ? and tries < ? and deleted_at is null
  returning email, code_hash`

/** Used up: whoever deletes it was right first. */
export const USE_CODE = `
  delete from email_code where auth_identity_id = ? and code_hash = ? returning id`

export const DROP_CODE = "delete from email_code where auth_identity_id = ?"

/** As Medusa's own provider leaves it behind. */
export const VERIFY = `
  insert into auth_verification as known
         (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at)
  values (?, ?, ?, 'email', 'code', ?, ?)
  on conflict (auth_identity_id, entity_id, entity_type) where deleted_at is null
  do update set verified_at = coalesce(known.verified_at, excluded.verified_at), updated_at = now()`

export const IS_VERIFIED = `
  select 1 from auth_verification
   where auth_identity_id = ? and entity_id = ? and entity_type = 'email' and verified_at is not null
     and deleted_at is null`
