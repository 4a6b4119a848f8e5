import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import { endSessions, type SessionsEnd } from "./end-sql"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: unknown }

/** Knows who is signed in, where, and until when; and ends it. */
export default class SessionsModuleService {
  readonly #connection: unknown

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Ends an identity's sessions; a token that belongs to none works no more either. @returns how many were open */
  async endSessions(end: SessionsEnd): Promise<number> {
    return this.#transaction((sql) => endSessions(sql, end))
  }

  #transaction<Result>(work: (sql: SqlExecutor) => Promise<Result>) {
    return onConnection(this.#connection, work)
  }
}
