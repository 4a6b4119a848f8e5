import type { CoreTableObject } from "./core-table-objects"

/**
 * Whoever writes it, be it a route of Medusa's, a workflow run by hand or psql: with another password, or without the
 * account, sessions are over. Whatever goes wrong in it becomes a warning, and the write stands.
 */
const END_FUNCTION = `
  create or replace function commerce_suite.end_sessions(identity text, reason text)
  returns void language plpgsql as $$
  begin
    insert into auth_session_end as known (auth_identity_id, ended_at, kept_id)
      values (identity, clock_timestamp(), null)
      on conflict (auth_identity_id) do update set
        ended_at = greatest(known.ended_at, excluded.ended_at), kept_id = null;
    update auth_session set ended_at = now(), end_reason = reason
     where auth_identity_id = identity and ended_at is null;
  exception when others then
    raise warning 'commerce_suite: sessions of % go on: %', identity, sqlerrm;
  end $$;`

type Trigger = {
  table: string
  /** `update of …`, `delete` */
  on: string
  when: string
  /** PL/pgSQL */
  body: string
}

const trigger = (name: string, { table, on, when, body }: Trigger) => ({
  name: `sessions_${name}`,
  feature: "sessions" as const,
  create: `
    create or replace function commerce_suite.sessions_${name}() returns trigger
    language plpgsql as $$
    begin
      ${body}
      return null;
    exception when others then
      raise warning 'commerce_suite.sessions_${name}: %', sqlerrm;
      return null;
    end $$;
    drop trigger if exists commerce_suite_sessions_${name} on ${table};
    create trigger commerce_suite_sessions_${name} after ${on} on ${table}
      for each row when (${when})
      execute function commerce_suite.sessions_${name}();`,
  remove: `
    drop trigger if exists commerce_suite_sessions_${name} on ${table};
    drop function if exists commerce_suite.sessions_${name}();`,
})

const end = (identity: string, reason: string) =>
  `perform commerce_suite.end_sessions(${identity}, '${reason}');`

/** Of an actor whose row tells no identity; the identity may be gone before, or stay. */
const endOfActor = (type: string, row: "new" | "old") => `
  perform commerce_suite.end_sessions(found.id, 'account deleted') from (
    select id from auth_identity where app_metadata ->> '${type}_id' = ${row}.id
    union select auth_identity_id from auth_session
     where actor_type = '${type}' and actor_id = ${row}.id and ended_at is null
  ) found;`

const actorTriggers = (type: string, table: string, canSignIn = "true") => [
  trigger(`${type}_removed`, {
    ...{ table, on: "update of deleted_at" },
    when: `old.deleted_at is null and new.deleted_at is not null and ${canSignIn}`,
    body: endOfActor(type, "new"),
  }),
  trigger(`${type}_deleted`, {
    ...{ table, on: "delete" },
    when: `old.deleted_at is null and ${canSignIn}`,
    body: endOfActor(type, "old"),
  }),
]

export const SESSIONS_OBJECTS: CoreTableObject[] = [
  {
    name: "sessions_end_function",
    feature: "sessions",
    create: END_FUNCTION,
    remove:
      "drop function if exists commerce_suite.end_sessions(text, text) cascade;",
  },
  trigger("new_password", {
    table: "provider_identity",
    on: "update of provider_metadata",
    when: `old.provider_metadata ->> 'password'
      is distinct from new.provider_metadata ->> 'password'`,
    body: end("new.auth_identity_id", "new password"),
  }),
  trigger("identity_deleted", {
    ...{ table: "auth_identity", on: "delete", when: "true" },
    body: end("old.id", "account deleted"),
  }),
  // An identity that was an admin's, or a customer's, and is no more.
  trigger("identity_unlinked", {
    ...{ table: "auth_identity", on: "update of app_metadata" },
    when: "old.app_metadata is distinct from new.app_metadata",
    body: `if exists (
        select from jsonb_each_text(coalesce(old.app_metadata, '{}')) was
         where was.key like '%\\_id' and was.value is not null
           and new.app_metadata ->> was.key is distinct from was.value) then
        ${end("new.id", "account deleted")}
      end if;`,
  }),
  // Guests are customers, too, and many at once may be removed.
  ...actorTriggers("customer", "customer", "old.has_account"),
  ...actorTriggers("user", `"user"`),
]
