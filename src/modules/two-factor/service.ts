import { createHmac } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { hasEmailCodes, suiteSecret } from "../../config/suite-options"
import { addJob, removeJob } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import { hashMailCode, makeMailCode } from "../../utils/mail-code"
import type { FactorChange } from "./factor-change"
import { ACCEPT, CLAIM, ISSUE, IS_PROVEN, PRUNE, RELEASE } from "./codes-sql"
import {
  BEGIN_POLICY,
  COUNT_RECOVERY_CODES,
  DROP_RECOVERY_CODES,
  DROP_STALE_RECOVERY_CODES,
  dutySql,
  findAddressSql,
  HAS_FACTOR,
  HAS_STATUS,
  type KnownActor,
  LIST_IDENTITIES,
  RESET_FACTORS,
} from "./factors-sql"

/** A proof of a second factor counts as fresh for so long. */
export const FRESH_SECONDS = 600
/** Between two mails with a code. */
export const COOL_DOWN_SECONDS = 60
const CODE_MINUTES = 10
/** What follows from a change is done by its request, or so much later by a job. */
const SETTLE_MS = 20_000

/** Somebody shows a code. */
export type CodeUse = {
  auth_identity_id: string
  /** Of Medusa's: `totp`, `recovery_code`, `email` or a host's own. */
  method: string
  code: string
  /** The session that it is shown in. */
  session_key: string | null
}

/** What a policy asks of somebody. */
export type Duty = {
  has_factor: boolean
  /** Until when they may go without. */
  due_at: Date
}

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}
type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** Closes what is open around Medusa's second factor: which codes were used, by whom, and who must have one. */
export default class TwoFactorModuleService {
  readonly #connection: Knex
  readonly #begun = new Map<KnownActor, Promise<unknown>>()

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * Takes a code before Medusa looks at it. Of several who show the same one, at once or within an hour, one has it.
   * @returns false for the others
   */
  async claimCode(use: CodeUse): Promise<boolean> {
    const values = [...keyOf(use), use.session_key]
    return (await this.#run(CLAIM, values)).length > 0
  }

  /** It was right: nobody has it again, and its session is fresh for ten minutes. */
  async acceptCode(use: CodeUse): Promise<void> {
    await this.#run(ACCEPT, keyOf(use))
  }

  /** It was wrong, or nobody looked at it. */
  async releaseCode(use: CodeUse): Promise<void> {
    await this.#run(RELEASE, keyOf(use))
  }

  /** Whether a right code was shown in this session within the last ten minutes. */
  async isProven(identityId: string, sessionKey: string): Promise<boolean> {
    const values = [identityId, sessionKey, FRESH_SECONDS]
    return (await this.#run(IS_PROVEN, values)).length > 0
  }

  /** Forgets codes that could not be shown again. */
  async pruneCodes(): Promise<void> {
    await this.#run(PRUNE)
  }

  async hasFactor(identityId: string): Promise<boolean> {
    const values = [identityId, worthless()]
    return (await this.#run(HAS_FACTOR, values)).length > 0
  }

  /**
   * Makes the code that an e-mail factor is proven with, in the place of the last one.
   * @returns nothing when the last one went out less than a minute ago
   */
  async issueCode(
    factorId: string,
    now: Date
  ): Promise<{ code: string; expires_at: Date } | undefined> {
    const code = makeMailCode()
    const expires_at = new Date(now.getTime() + CODE_MINUTES * 60_000)
    const metadata = {
      code_hash: hashMailCode(factorId, code, suiteSecret()),
      ...{ sent_at: now, expires_at, attempts: 0 },
    }
    const values = [JSON.stringify(metadata), factorId, COOL_DOWN_SECONDS]
    const issued = await this.#run(ISSUE, values)
    return issued.length > 0 ? { code, expires_at } : undefined
  }

  /** Where somebody's codes are mailed. */
  async findAddress(
    identityId: string,
    actorType: KnownActor
  ): Promise<string | undefined> {
    const [row] = await this.#run<{ email: string | null }>(
      findAddressSql(actorType),
      [identityId]
    )
    return row?.email ?? undefined
  }

  /** What the policy asks of somebody; it begins with the first question. */
  async findDuty(
    identityId: string,
    { type, id }: { type: KnownActor; id: string },
    graceDays: number
  ): Promise<Duty> {
    await this.#beginPolicy(type)
    const [duty] = await this.#run<Duty>(dutySql(type), [
      ...[identityId, worthless(), id, graceDays],
    ])
    return duty as Duty
  }

  async countRecoveryCodes(identityId: string): Promise<number> {
    const [row] = await this.#run<{ count: number }>(COUNT_RECOVERY_CODES, [
      identityId,
    ])
    return row?.count ?? 0
  }

  /** After a factor was switched off: without any, the recovery codes go too. */
  async dropStaleRecoveryCodes(identityId: string): Promise<void> {
    await this.#run(DROP_STALE_RECOVERY_CODES, [identityId, identityId])
  }

  /**
   * Switches off every second factor of somebody, with their recovery codes, and has what follows queued: all or nothing.
   * @returns their identities; none when they had no factor
   */
  async resetFactors(
    actor: { type: KnownActor; id: string },
    task: string
  ): Promise<string[]> {
    return onConnection(this.#connection, async (sql) => {
      const identities = (await sql.execute(LIST_IDENTITIES, [
        `${actor.type}_id`,
        actor.id,
      ])) as { id: string }[]
      const reset: string[] = []
      for (const { id } of identities) {
        const factors = (await sql.execute(RESET_FACTORS, [id])) as unknown[]
        await sql.execute(DROP_RECOVERY_CODES, [id])
        reset.push(...(factors.length > 0 ? [id] : []))
      }
      if (reset.length > 0) {
        await addJob(sql, task, {
          ...{ actor_type: actor.type, actor_id: actor.id },
          auth_identity_ids: reset,
        })
      }
      return reset
    })
  }

  /** Makes certain that something follows from a change that Medusa is about to make. */
  async planChange(change: FactorChange, task: string): Promise<void> {
    const runAt = new Date(Date.now() + SETTLE_MS)
    await onConnection(this.#connection, (sql) =>
      addJob(sql, task, change, { key: change.key, runAt })
    )
  }

  /** All of it was done, or Medusa refused the change. */
  async dropChange({ key }: FactorChange): Promise<void> {
    await onConnection(this.#connection, (sql) => removeJob(sql, key))
  }

  /** Whether a change was made. */
  async isChanged({ factor_id, status }: FactorChange): Promise<boolean> {
    return (await this.#run(HAS_STATUS, [factor_id, status])).length === 0
  }

  async #beginPolicy(type: KnownActor): Promise<void> {
    const begun = this.#begun.get(type) ?? this.#run(BEGIN_POLICY, [type])
    this.#begun.set(type, begun)
    await begun.catch((error: unknown) => {
      this.#begun.delete(type)
      throw error
    })
  }

  async #run<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.#connection.raw(sql, values)
    return rows as Row[]
  }
}

/** The method that proves nothing, where the store offers no codes by e-mail any more. */
const worthless = () => (hasEmailCodes() ? "" : "email")

/** Medusa trims what is typed and takes it in small letters. No code lies in the table, and without the secret nobody can try codes on what does. */
const keyOf = ({ auth_identity_id, method, code }: CodeUse) => [
  ...[auth_identity_id, method],
  createHmac("sha256", suiteSecret())
    .update(
      `two-factor.code\n${auth_identity_id}\n${code.trim().toLowerCase()}`
    )
    .digest("base64url"),
]
