import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import type { AdminSuspension, SuspendedActor } from "../../types/accounts"
import type { Settlement } from "../../utils/account-settlement"
import { addJob, removeJob, type SqlExecutor } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import {
  CHANGE_CUSTOMER,
  CHANGE_LOGIN,
  CURRENT_FINGERPRINT,
  DROP_CHANGES,
  IDENTITIES,
  IS_TAKEN,
  LIFT,
  LIST_SUSPENSIONS,
  LOCK_USERS,
  OPEN_SUSPENSION,
  OTHER_ADMINS,
  PASSWORD_LOGIN,
  SUSPEND,
  TAKE_CHANGE,
  WISH,
} from "./accounts-sql"
import AccountSuspension from "./models/account-suspension"
import EmailChange from "./models/email-change"
import EmailCode from "./models/email-code"
import { DROP_CODE, IS_VERIFIED } from "./verification-sql"
import {
  type NewCode,
  sendCode,
  type SentCode,
  tryCode,
  useCode,
  verifyEmail,
} from "./verify-email"

/** A login that has a password. */
export type PasswordLogin = {
  id: string
  /** The e-mail address. */
  entity_id: string
  auth_identity_id: string
  /** Another one after the password was changed. */
  fingerprint: string
  /** An admin, say, signs in with it, too. */
  is_shared: boolean
}

export type AccountActor = { actor_type: SuspendedActor; actor_id: string }

type Decision = AccountActor & { reason: string; by: string }

/** What an e-mail change was asked for with. */
export type EmailWish = {
  customer_id: string
  login: PasswordLogin
  new_email: string
  expires_at: Date
}

export type TakenChange = {
  customer_id: string
  auth_identity_id: string
  old_email: string
  new_email: string
}

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}
type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const MAIL_TASK = "accounts-mail"
const SETTLE_TASK = "accounts-settle"
/** Longer than the request needs that does it itself; after a crash the job does. */
const SETTLE_MS = 20_000
const UNIQUE = "23505"

/** Knows who is suspended and who wishes for another address, and makes what follows from a change certain. */
export default class AccountsModuleService extends MedusaService({
  AccountSuspension,
  EmailChange,
  EmailCode,
}) {
  // Not `#`: behind the proxy of a module's tests there are no private names.
  private readonly connection_: Knex

  constructor(...given: [dependencies: Dependencies, ...unknown[]]) {
    super(...given)
    const [dependencies] = given
    this.connection_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** @returns nothing for an account that signs in elsewhere, or is gone */
  async findPasswordLogin(
    authIdentityId: string
  ): Promise<PasswordLogin | undefined> {
    const [login] = await this.select_<PasswordLogin>(PASSWORD_LOGIN, [
      authIdentityId,
    ])
    return login
  }

  /** Whether a login has the password that it had, or is gone. */
  async hasPassword(loginId: string, fingerprint: string): Promise<boolean> {
    const [login] = await this.select_<{ fingerprint: string }>(
      CURRENT_FINGERPRINT,
      [loginId]
    )
    return !login || login.fingerprint === fingerprint
  }

  async listIdentities({ actor_type, actor_id }: AccountActor) {
    const rows = await this.select_<{ id: string }>(IDENTITIES, [
      `${actor_type}_id`,
      actor_id,
    ])
    return rows.map(({ id }) => id)
  }

  /** Whether somebody who has just signed in, or still is, may not be. */
  async isSuspended(
    authIdentityId: string,
    actorType: string
  ): Promise<boolean> {
    const values = [authIdentityId, actorType]
    return (await this.select_(OPEN_SUSPENSION, values)).length > 0
  }

  async isTaken(email: string): Promise<boolean> {
    return (await this.select_(IS_TAKEN, [email, email])).length > 0
  }

  /**
   * Notes the suspension together with the job that ends the sessions; a link to a new address opens nothing any more.
   * @returns its id; nothing when somebody did before
   * @throws NOT_ALLOWED for the last admin who can sign in
   */
  async suspend(
    { actor_type, actor_id, reason, by }: Decision,
    settlement: Settlement,
    secret: string
  ): Promise<string | undefined> {
    return onConnection(this.connection_, async (sql) => {
      if (actor_type === "user") {
        await refuseLastAdmin(sql, actor_id)
      }
      const id = generateEntityId(undefined, "accsus")
      const [row] = await rowsOf(sql, SUSPEND, [
        ...[id, actor_type, actor_id, reason, by],
      ])
      if (row) {
        await sql.execute(DROP_CHANGES, [actor_id])
        await addSettlement(sql, settlement, secret)
      }
      return row ? id : undefined
    })
  }

  /** @returns nothing when there was no suspension to lift */
  async reactivate(
    { actor_type, actor_id, reason, by }: Decision,
    now: Date
  ): Promise<string | undefined> {
    const [row] = await this.select_<{ id: string }>(LIFT, [
      ...[now, by, reason, actor_type, actor_id],
    ])
    return row?.id
  }

  /** The newest first. */
  async listSuspensionsOf(
    { actor_type, actor_id }: AccountActor,
    { limit, offset }: { limit: number; offset: number }
  ): Promise<{ suspensions: AdminSuspension[]; count: number }> {
    const values = [actor_type, actor_id, limit, offset]
    const rows = await this.select_<AdminSuspension & { total: number }>(
      LIST_SUSPENSIONS,
      values
    )
    return {
      suspensions: rows.map(({ total: _, ...suspension }) => suspension),
      count: rows[0]?.total ?? 0,
    }
  }

  /**
   * Notes the wish together with the job that mails the link; a former link opens nothing any more.
   * @returns the id that the link carries
   */
  async wishForEmail({ customer_id, login, new_email, expires_at }: EmailWish) {
    const id = generateEntityId(undefined, "emchg")
    await onConnection(this.connection_, async (sql) => {
      await sql.execute(DROP_CHANGES, [customer_id])
      await sql.execute(WISH, [
        ...[id, customer_id, login.id, login.entity_id, new_email],
        ...[login.fingerprint, expires_at],
      ])
      await addJob(sql, MAIL_TASK, { change_id: id })
    })
    return id
  }

  /**
   * Switches login and customer to the new address, both or neither, once.
   * @param settle - what follows, added in the same transaction
   * @returns nothing when the link is used, replaced or over, the password is another one, or the address was taken meanwhile
   */
  async switchEmail(
    id: string,
    now: Date,
    settle: (change: TakenChange) => Settlement,
    secret: string
  ): Promise<(TakenChange & { settlement: Settlement }) | undefined> {
    const work = async (sql: SqlExecutor) => {
      const change = await takeChange(sql, id, now)
      const { auth_identity_id, new_email: email } = change
      await verifyEmail(sql, { auth_identity_id, email }, now)
      const settlement = settle(change)
      await addSettlement(sql, settlement, secret)
      return { ...change, settlement }
    }
    try {
      return await onConnection(this.connection_, work)
    } catch (error) {
      if (
        error instanceof StaleChange ||
        (error as { code?: string }).code === UNIQUE
      ) {
        return undefined
      }
      throw error
    }
  }

  /** Notes the code that is to be mailed; not within a minute after the last one. */
  async sendCode(code: NewCode, now: Date): Promise<SentCode> {
    return onConnection(this.connection_, (sql) => sendCode(sql, code, now))
  }

  /**
   * Whether a code is the one that was mailed: five tries, ten minutes, once. Then Medusa takes the address for verified.
   * @param isRight - compares what was mailed
   */
  async confirmCode(
    authIdentityId: string,
    isRight: (codeHash: string) => boolean,
    now: Date
  ): Promise<boolean> {
    const tried = await onConnection(this.connection_, (sql) =>
      tryCode(sql, authIdentityId, now)
    )
    if (!tried || !isRight(tried.code_hash)) {
      return false
    }
    const code = { auth_identity_id: authIdentityId, ...tried }
    return onConnection(this.connection_, (sql) => useCode(sql, code, now))
  }

  /** Whether a login's mailbox is known to be its owner's. */
  async isVerified({ auth_identity_id, entity_id }: PasswordLogin) {
    const values = [auth_identity_id, entity_id]
    return (await this.select_(IS_VERIFIED, values)).length > 0
  }

  /** What is left of a deleted account here; who was suspended, and why, stays. */
  async forget(customerId: string, authIdentityId: string): Promise<void> {
    await this.select_(DROP_CHANGES, [customerId])
    await this.select_(DROP_CODE, [authIdentityId])
  }

  /** Forgets links and codes that open nothing any more. */
  async prune(now: Date): Promise<void> {
    await this.select_("delete from email_change where expires_at <= ?", [now])
    await this.select_("delete from email_code where expires_at <= ?", [now])
  }

  /** Makes certain that something follows from what is about to be done. */
  async planSettlement(settlement: Settlement, secret: string): Promise<void> {
    await onConnection(this.connection_, (sql) =>
      addSettlement(sql, settlement, secret)
    )
  }

  /** It was done, or its cause came to nothing. */
  async dropSettlement({ key }: Pick<Settlement, "key">): Promise<void> {
    await onConnection(this.connection_, (sql) => removeJob(sql, key))
  }

  private async select_<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.connection_.raw(sql, values)
    return rows as Row[]
  }
}

/** Takes the transaction back. */
class StaleChange extends Error {}

async function takeChange(
  sql: SqlExecutor,
  id: string,
  now: Date
): Promise<TakenChange> {
  const [change] = await rowsOf<
    Omit<TakenChange, "auth_identity_id"> & {
      login_id: string
      fingerprint: string
    }
  >(sql, TAKE_CHANGE, [id, now])
  if (!change) {
    throw new StaleChange()
  }
  const { login_id, fingerprint, ...taken } = change
  const [login] = await rowsOf<{ auth_identity_id: string }>(
    sql,
    CHANGE_LOGIN,
    [taken.new_email, login_id, taken.old_email, fingerprint]
  )
  const [customer] = await rowsOf(sql, CHANGE_CUSTOMER, [
    taken.new_email,
    taken.customer_id,
  ])
  if (!login || !customer) {
    throw new StaleChange()
  }
  return { ...taken, auth_identity_id: login.auth_identity_id }
}

async function refuseLastAdmin(sql: SqlExecutor, userId: string) {
  await sql.execute(LOCK_USERS)
  const others = await rowsOf(sql, OTHER_ADMINS, [userId])
  if (others.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Nobody could sign in to the admin any more: this is the last admin who can"
    )
  }
}

const addSettlement = (
  sql: SqlExecutor,
  settlement: Settlement,
  secret: string
) =>
  addJob(sql, SETTLE_TASK, settlement, {
    key: settlement.key,
    runAt: new Date(Date.now() + SETTLE_MS),
    sealWith: secret,
  })

async function rowsOf<Row>(
  sql: SqlExecutor,
  statement: string,
  values: unknown[]
): Promise<Row[]> {
  return (await sql.execute(statement, values)) as Row[]
}
