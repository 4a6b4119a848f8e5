import { randomBytes } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DECOY_LOGIN } from "../../utils/decoy-login"

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** A login of Medusa's: an account at a provider. */
export type Login = {
  /** What the provider knows it by, such as an e-mail address. */
  entity_id: string
  auth_identity_id: string
}

/** What makes a login; Medusa's auth module can. */
type Registrar = {
  register: (
    provider: string,
    data: { body: { email: string; password: string } }
  ) => Promise<unknown>
}

const FIND_LOGIN = `
  select entity_id, auth_identity_id from provider_identity
   where provider = ? and entity_id in (?, ?) and deleted_at is null
   order by entity_id = ? desc limit 1`

const FIND_ADDRESSES = `
  select provider, entity_id, user_metadata ->> 'email' as email from provider_identity
   where auth_identity_id = ? and deleted_at is null`

/** Looks up logins, for what guards the ways in. */
export default class SignInModuleService {
  readonly #connection: Knex
  #decoy: Promise<string> | undefined

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * The login that somebody means: as it was typed, for those that were made with capitals before the suite came,
   * or else in small letters.
   * @example await signIn.findLogin("emailpass", "Asha@Shop.test")
   */
  async findLogin(provider: string, typed: string): Promise<Login | undefined> {
    const values = [provider, typed, typed.toLowerCase(), typed]
    const { rows } = await this.#connection.raw(FIND_LOGIN, values)
    return (rows as Login[])[0]
  }

  /**
   * The e-mail addresses that an identity signs in with, in small letters.
   * @returns none where its providers know it by something else
   */
  async listAddresses(authIdentityId: string): Promise<string[]> {
    const { rows } = await this.#connection.raw(FIND_ADDRESSES, [
      authIdentityId,
    ])
    return (
      rows as { provider: string; entity_id: string; email: string | null }[]
    )
      .map(({ provider, entity_id, email }) =>
        provider === "emailpass" ? entity_id : email
      )
      .filter((address) => address !== null)
      .map((address) => address.toLowerCase())
  }

  /**
   * A login that nobody has the password of. Who signs in to an account that does not exist is checked against it, so
   * that the same work is done: the provider's own hash, with its own parameters.
   *
   * @param auth - Medusa's auth module, which makes it when it is missing
   */
  async decoy(auth: Registrar): Promise<string> {
    this.#decoy ??= this.#ensureDecoy(auth).catch((error: unknown) => {
      this.#decoy = undefined
      throw error
    })
    return this.#decoy
  }

  /** Two instances may both try; the provider refuses the second. */
  async #ensureDecoy(auth: Registrar): Promise<string> {
    if (!(await this.findLogin("emailpass", DECOY_LOGIN))) {
      const password = randomBytes(48).toString("base64url")
      await auth.register("emailpass", {
        body: { email: DECOY_LOGIN, password },
      })
    }
    return DECOY_LOGIN
  }
}
