import type {
  AuthMfaProvider,
  AuthTypes,
  Context,
} from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { suiteSecret } from "../../config/suite-options"
import { hashMailCode } from "../../utils/mail-code"
import { isSameText } from "../../utils/same-text"
import { COUNT_ATTEMPT, USE_CODE } from "./verify-sql"

const MAX_ATTEMPTS = 5

type Factor = AuthTypes.AuthMfaDTO & { provider_metadata?: unknown }

/** Medusa's service for the rows of its table `auth_mfa_factor`. */
type FactorService = {
  retrieve: (id: string, config: object, context?: Context) => Promise<Factor>
  list: (
    filters: object,
    config: object,
    context?: Context
  ) => Promise<Factor[]>
  create: (data: object, context?: Context) => Promise<Factor>
}

type Options = {
  /** Nobody can set it up, and it is asked of nobody who has. */
  isOff?: boolean
}

type Dependencies = {
  authMfaFactorService: FactorService
  baseRepository: { serialize: (row: Factor) => Promise<Factor> }
  [ContainerRegistrationKeys.PG_CONNECTION]: {
    raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
  }
}

/**
 * A second factor for Medusa's auth module: six digits that are mailed. It only checks them; whoever issues one writes
 * `{ code_hash, expires_at, attempts: 0 }` into the factor's `provider_metadata` and mails it.
 */
export default class EmailMfaProvider implements AuthMfaProvider {
  static readonly identifier = "email"
  readonly method = EmailMfaProvider.identifier

  readonly #factors: FactorService
  readonly #repository: Dependencies["baseRepository"]
  readonly #connection: Dependencies[typeof ContainerRegistrationKeys.PG_CONNECTION]
  readonly #isOff: boolean

  constructor(dependencies: Dependencies, { isOff = false }: Options) {
    this.#factors = dependencies.authMfaFactorService
    this.#repository = dependencies.baseRepository
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.#isOff = isOff
  }

  async canVerifyForAuthIdentity(
    data: { auth_identity_id: string },
    context?: Context
  ): Promise<boolean> {
    return (
      !this.#isOff &&
      (await this.#find(data.auth_identity_id, context)) !== undefined
    )
  }

  /** @throws NOT_ALLOWED when there is one already */
  async start(
    { auth_identity_id, label, metadata }: AuthTypes.AuthMfaStartDTO,
    context?: Context
  ): Promise<AuthTypes.AuthMfaStartResponse> {
    if (this.#isOff) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This store offers no codes by e-mail"
      )
    }
    const known = await this.#factors.list(
      {
        ...{ auth_identity_id, provider: this.method },
        status: ["pending", "enabled"],
      },
      { select: ["id"] },
      context
    )
    if (known.length > 0) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "An active e-mail factor already exists for this auth identity"
      )
    }
    const factor = await this.#factors.create(
      {
        ...{ auth_identity_id, provider: this.method, status: "pending" },
        metadata: { ...metadata, label: label ?? undefined },
      },
      context
    )
    return { mfa: await this.#shown(factor) }
  }

  /** @throws NOT_ALLOWED for a wrong code, one that ran out, or the sixth attempt */
  async verifySetup(
    { id, code }: AuthTypes.AuthMfaVerifyDTO,
    context?: Context
  ): Promise<AuthTypes.AuthMfaDTO> {
    const factor = await this.#factors.retrieve(id, {}, context)
    const isOurs = factor.provider === this.method && !this.#isOff
    if (!isOurs || !(await this.#use(id, code))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Invalid e-mail code"
      )
    }
    return { ...(await this.#shown(factor)), status: "enabled" }
  }

  async verify(
    data: { auth_identity_id: string; code: string },
    context?: Context
  ): Promise<boolean> {
    const factor = this.#isOff
      ? undefined
      : await this.#find(data.auth_identity_id, context)
    return factor ? this.#use(factor.id, data.code) : false
  }

  async #find(auth_identity_id: string, context?: Context) {
    const [factor] = await this.#factors.list(
      { auth_identity_id, provider: this.method, status: "enabled" },
      { select: ["id"] },
      context
    )
    return factor
  }

  /**
   * Outside of Medusa's transaction, which a wrong code rolls back: the attempt has to count all the same.
   * A code is used up by being right.
   */
  async #use(id: string, code: string): Promise<boolean> {
    const [counted] = await this.#run<{ code_hash: string | null }>(
      COUNT_ATTEMPT,
      [id, MAX_ATTEMPTS]
    )
    const hash = hashMailCode(id, code.trim(), suiteSecret())
    if (!counted?.code_hash || !isSameText(counted.code_hash, hash)) {
      return false
    }
    return (await this.#run(USE_CODE, [id, hash])).length > 0
  }

  async #shown(factor: Factor): Promise<AuthTypes.AuthMfaDTO> {
    const { provider_metadata: _, ...shown } =
      await this.#repository.serialize(factor)
    return shown
  }

  async #run<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.#connection.raw(sql, values)
    return rows as Row[]
  }
}
