/** Of a password, without giving it away: its hash has a salt of its own. */
const FINGERPRINT =
  "encode(sha256(convert_to(coalesce(provider_metadata ->> 'password', ''), 'UTF8')), 'hex')"

/** A login with a password, and whether somebody other than the customer signs in with it, too. */
export const PASSWORD_LOGIN = `
  select p.id, p.entity_id, p.auth_identity_id, ${FINGERPRINT} as fingerprint,
         exists (select from jsonb_each_text(coalesce(a.app_metadata, '{}')) as other
                  where other.key like '%\\_id' and other.key <> 'customer_id' and other.value is not null) as is_shared
    from provider_identity p join auth_identity a on a.id = p.auth_identity_id
   where p.auth_identity_id = ? and p.provider = 'emailpass' and p.deleted_at is null and a.deleted_at is null`

export const CURRENT_FINGERPRINT = `
  select ${FINGERPRINT} as fingerprint from provider_identity where id = ? and deleted_at is null`

export const IDENTITIES = `
  select id from auth_identity where app_metadata ->> ? = ? and deleted_at is null`

/** What a login's owner may not do with it now. */
export const OPEN_SUSPENSION = `
  select s.id from account_suspension s
    join auth_identity a on a.id = ? and a.app_metadata ->> (s.actor_type || '_id') = s.actor_id
   where s.actor_type = ? and s.lifted_at is null and s.deleted_at is null`

/** Decisions on who may sign in to the admin are made one after another. */
export const LOCK_USERS =
  "select pg_advisory_xact_lock(hashtext('accounts.users'))"

/** Admins who could still sign in. */
export const OTHER_ADMINS = `
  select u.id from "user" u
   where u.id <> ? and u.deleted_at is null
     and exists (select from auth_identity a where a.app_metadata ->> 'user_id' = u.id and a.deleted_at is null)
     and not exists (
       select from account_suspension s
        where s.actor_type = 'user' and s.actor_id = u.id and s.lifted_at is null and s.deleted_at is null)
   limit 1`

export const SUSPEND = `
  insert into account_suspension (id, actor_type, actor_id, reason, suspended_by)
  values (?, ?, ?, ?, ?)
  on conflict (actor_id, actor_type) where lifted_at is null and deleted_at is null do nothing
  returning id`

export const LIFT = `
  update account_suspension
     set lifted_at = ?, lifted_by = ?, lift_reason = ?, updated_at = now()
   where actor_type = ? and actor_id = ? and lifted_at is null and deleted_at is null
  returning id`

const BY = '(select u.email from "user" u where u.id = '

export const LIST_SUSPENSIONS = `
  select s.id, s.actor_type, s.actor_id, s.reason, s.suspended_by, ${BY} s.suspended_by) as suspended_by_email,
         s.created_at, s.lifted_at, s.lifted_by, ${BY} s.lifted_by) as lifted_by_email, s.lift_reason,
         count(*) over ()::int as total
    from account_suspension s
   where s.actor_type = ? and s.actor_id = ? and s.deleted_at is null
   order by s.created_at desc, s.id desc limit ? offset ?`

/** A second wish replaces the first, whose link then opens nothing. */
export const DROP_CHANGES = "delete from email_change where customer_id = ?"

export const WISH = `
  insert into email_change (id, customer_id, login_id, old_email, new_email, fingerprint, expires_at)
  values (?, ?, ?, ?, ?, ?, ?)`

/** The link works once: whoever deletes the row has it. */
export const TAKE_CHANGE = `
  delete from email_change where id = ? and expires_at > ? and deleted_at is null
  returning customer_id, login_id, old_email, new_email, fingerprint`

export const CHANGE_LOGIN = `
  update provider_identity set entity_id = ?, updated_at = now()
   where id = ? and entity_id = ? and ${FINGERPRINT} = ? and deleted_at is null
  returning auth_identity_id`

export const CHANGE_CUSTOMER = `
  update customer set email = ?, updated_at = now()
   where id = ? and has_account and deleted_at is null returning id`

export const IS_TAKEN = `
  select 1 from provider_identity
   where provider = 'emailpass' and lower(entity_id) = ? and deleted_at is null
  union all
  select 1 from customer where email = ? and has_account and deleted_at is null
   limit 1`
