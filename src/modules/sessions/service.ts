import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import { type OrphanedApiKeys, orphanedApiKeysSql } from "./api-keys-sql"
import {
  type ActorSessionsEnd,
  type Ended,
  END_BY_ID,
  END_OWN,
  endSessions,
  listIdentities,
  type SessionEnd,
  type SessionsEnd,
} from "./end-sql"
import {
  listSql,
  type ListedSessions,
  PRUNE,
  type SessionPage,
} from "./list-sql"
import type { NewSession, SessionState, SessionToken } from "./session-row"
import { ShortMemory } from "./short-memory"
import {
  FIND,
  LAST_END,
  openSession,
  rotateToken,
  type Rotation,
} from "./token-sql"

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}
type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const TOUCH_MS = 60_000

/** Once a minute is often enough for who looks at it, and for what ends when nobody comes. */
const TOUCH = `update auth_session set last_seen_at = now()
  where id = ? and last_seen_at < now() - interval '${TOUCH_MS} milliseconds'`

const KEEP_COOKIE = `update auth_session
  set cookie_expires_at = least(now() + make_interval(hours => ?), expires_at), last_seen_at = now()
  where id = ? and ended_at is null`

const PROLONG = `update auth_session
  set token_expires_at = least(?::timestamptz, expires_at), last_seen_at = now()
  where id = ? and ended_at is null
  returning id, generation, rotated_at, expires_at`

/** Knows who is signed in, where, and until when; and ends it. */
export default class SessionsModuleService {
  readonly #connection: Knex
  readonly #states: ShortMemory<SessionState | undefined>
  readonly #ends: ShortMemory<Date | undefined>

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.#states = new ShortMemory((id) => this.#one<SessionState>(FIND, [id]))
    this.#ends = new ShortMemory(async (id) => {
      const end = await this.#one<{ ended_at: Date }>(LAST_END, [id])
      return end?.ended_at
    })
  }

  /** As it was at most four seconds ago. @returns nothing for one that is forgotten */
  async findSession(id: string): Promise<SessionState | undefined> {
    return this.#states.get(id)
  }

  /** When all sessions of an identity were last ended, as far as was known four seconds ago. */
  async findLastEnd(authIdentityId: string): Promise<Date | undefined> {
    return this.#ends.get(authIdentityId)
  }

  /**
   * Begins a session.
   * @param days - after so many nothing prolongs it
   * @returns nothing when all sessions of the identity were ended since its request came
   */
  async openSession(
    session: NewSession,
    days: number
  ): Promise<SessionToken | undefined> {
    return openSession(this.#executor, session, days)
  }

  /**
   * Exchanges a session's token for a newer one, of which there is one whoever asks at the same moment. A token
   * that was exchanged more than ten seconds ago is in two hands: its session ends.
   *
   * @returns nothing then, and for a session that is over
   */
  async rotateToken(rotation: Rotation): Promise<SessionToken | undefined> {
    const token = await rotateToken(this.#executor, rotation)
    if (!token) {
      await this.#execute(END_BY_ID, ["token used again", rotation.id])
    }
    this.#states.forget(rotation.id)
    return token
  }

  /** Another token for the same session, beside the newest. @returns nothing for one that is over */
  async prolongSession(
    id: string,
    tokenExpiresAt: Date
  ): Promise<SessionToken | undefined> {
    return this.#one<SessionToken>(PROLONG, [tokenExpiresAt, id])
  }

  /** A browser keeps the session in a cookie. @param hours - and so long it may */
  async keepCookie(id: string, hours: number): Promise<void> {
    await this.#execute(KEEP_COOKIE, [hours, id])
    this.#states.forget(id)
  }

  /** Notes that a session is used, once a minute. */
  async touchSession(state: SessionState, now = Date.now()): Promise<void> {
    if (now - state.last_seen_at.getTime() < TOUCH_MS) {
      return
    }
    state.last_seen_at = new Date(now)
    await this.#execute(TOUCH, [state.id])
  }

  /** Ends one session, whoever's it is. @returns whether it was open */
  async endSession(id: string, reason: string): Promise<boolean> {
    const ended = await this.#execute(END_BY_ID, [reason, id])
    this.#states.forget(id)
    return ended.length > 0
  }

  /** Ends one session of somebody. @returns whether there was such a one, and it was open */
  async endOwnSession(end: SessionEnd): Promise<boolean> {
    const { id, actor_type, actor_id, reason } = end
    const values = [reason, id, actor_type, actor_id]
    const ended = await this.#execute(END_OWN, values)
    this.#states.forget(id)
    return ended.length > 0
  }

  /** Ends an identity's sessions; a token that belongs to none works no more either. @returns how many were open */
  async endSessions(end: SessionsEnd): Promise<number> {
    const ended = await this.#transaction((sql) => endSessions(sql, end))
    this.#states.forget(end.except ?? "")
    return this.#forgetAll([end.auth_identity_id], ended)
  }

  /** The same for all that an actor signs in with. */
  async endActorSessions({
    actor_type,
    actor_id,
    ...end
  }: ActorSessionsEnd): Promise<number> {
    const { identities, ended } = await this.#transaction(async (sql) => {
      const identities = await listIdentities(sql, actor_type, actor_id)
      const ended: Ended[] = []
      for (const auth_identity_id of identities.sort()) {
        ended.push(...(await endSessions(sql, { ...end, auth_identity_id })))
      }
      return { identities, ended }
    })
    return this.#forgetAll(identities, ended)
  }

  /** Where somebody is signed in now. */
  async listSessions(page: SessionPage): Promise<ListedSessions> {
    const { sql, values } = listSql(page)
    const found = await this.#one<ListedSessions>(sql, values)
    return found ?? { sessions: [], count: 0 }
  }

  /** Secret API keys that work on although the admin who made them is gone, newest first. */
  async listOrphanedApiKeys(page: {
    limit: number
    offset: number
  }): Promise<OrphanedApiKeys> {
    const { sql, values } = orphanedApiKeysSql(page)
    const found = await this.#one<OrphanedApiKeys>(sql, values)
    return found ?? { api_keys: [], count: 0 }
  }

  /** Forgets sessions that have been over for so many days. @returns how many */
  async pruneSessions(days: number): Promise<number> {
    return (await this.#one<{ count: number }>(PRUNE, [days]))?.count ?? 0
  }

  #forgetAll(identities: string[], ended: Ended[]): number {
    this.#ends.forget(...identities)
    this.#states.forget(...ended.map(({ id }) => id))
    return ended.filter(({ was_open }) => was_open).length
  }

  get #executor(): SqlExecutor {
    return { execute: (sql, values = []) => this.#execute(sql, values) }
  }

  async #execute(sql: string, values: unknown[]): Promise<unknown[]> {
    return (await this.#connection.raw(sql, values)).rows
  }

  async #one<Row>(sql: string, values: unknown[]): Promise<Row | undefined> {
    return (await this.#execute(sql, values))[0] as Row | undefined
  }

  #transaction<Result>(work: (sql: SqlExecutor) => Promise<Result>) {
    return onConnection(this.#connection, work)
  }
}
