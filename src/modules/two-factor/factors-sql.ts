/** Of a method that proves something: the second value is one that does not. */
const OWN_FACTOR = `from auth_mfa_factor
   where auth_identity_id = ? and provider <> ? and status = 'enabled' and deleted_at is null`

export const HAS_FACTOR = `select true as has_factor ${OWN_FACTOR} limit 1`

const ACTOR_TABLES = { user: `"user"`, customer: "customer" }

/** Actors whose accounts the suite knows where to find. */
export type KnownActor = keyof typeof ACTOR_TABLES

export const isKnownActor = (type: string): type is KnownActor =>
  Object.hasOwn(ACTOR_TABLES, type)

/** Where a code is mailed: to the account's address, or else to what its owner signs in with. */
export const findAddressSql = (actorType: KnownActor) => `
  select coalesce(actor.email, login.entity_id) as email
    from auth_identity identity
    left join ${ACTOR_TABLES[actorType]} actor
      on actor.id = identity.app_metadata ->> '${actorType}_id' and actor.deleted_at is null
    left join provider_identity login
      on login.auth_identity_id = identity.id and login.provider = 'emailpass' and login.deleted_at is null
   where identity.id = ? and identity.deleted_at is null limit 1`

/** When the policy began; the first to ask begins it. */
export const BEGIN_POLICY = `
  insert into two_factor_policy (actor_type) values (?) on conflict (actor_type) do nothing`

/** Whether somebody has a second factor, and until when they may go without. */
export const dutySql = (actorType: KnownActor) => `
  select exists (select ${OWN_FACTOR}) as has_factor,
         greatest(policy.since, (select created_at from ${ACTOR_TABLES[actorType]} where id = ?))
           + make_interval(days => ?) as due_at
    from two_factor_policy policy where policy.actor_type = '${actorType}'`

/** Recovery codes of somebody who has no factor left would be good again with the next one. */
export const DROP_STALE_RECOVERY_CODES = `
  delete from auth_mfa_recovery_code
   where auth_identity_id = ? and not exists (
     select from auth_mfa_factor
      where auth_identity_id = ? and status = 'enabled' and deleted_at is null)`

export const COUNT_RECOVERY_CODES = `
  select count(*)::int as count from auth_mfa_recovery_code
   where auth_identity_id = ? and deleted_at is null`

export const HAS_STATUS = `
  select from auth_mfa_factor where id = ? and status = ? and deleted_at is null`

export const LIST_IDENTITIES = `
  select id from auth_identity where app_metadata ->> ? = ? and deleted_at is null`

export const RESET_FACTORS = `
  update auth_mfa_factor set status = 'disabled', provider_metadata = null, updated_at = now()
   where auth_identity_id = ? and status in ('pending', 'enabled') and deleted_at is null
  returning status`

export const DROP_RECOVERY_CODES =
  "delete from auth_mfa_recovery_code where auth_identity_id = ?"
