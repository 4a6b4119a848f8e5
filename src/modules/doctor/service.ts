import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CONFIG_CHECKS, STORE_CHECKS } from "./checks"
import { currentSetup } from "./current-setup"
import {
  type NamedFinding,
  refusal,
  type Setup,
  type Sql,
  type StoreCheck,
} from "./finding"
import { leaveInstance } from "./running-instance"

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** Examines whether this store is set up so that it loses no order. */
export default class DoctorModuleService {
  private readonly sql: Sql

  /** Called by Medusa. */
  __hooks = { onApplicationShutdown: leaveInstance }

  constructor(dependencies: Dependencies) {
    const knex = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.sql = async <Row>(statement: string, values: unknown[] = []) =>
      (await knex.raw(statement, values)).rows as Row[]
  }

  /**
   * Runs every check.
   * @param setup - what to examine; by default the configuration of this process
   * @returns what each check found, in a fixed order; a check that cannot be made is a refusal
   * @example const findings = await doctor.examine()
   */
  async examine(setup: Setup = currentSetup()): Promise<NamedFinding[]> {
    const fromConfig = CONFIG_CHECKS.map(({ name, examine }) => ({
      name,
      ...examine(setup),
    }))
    const fromStore: NamedFinding[] = []
    for (const check of STORE_CHECKS) {
      fromStore.push(await this.ask(check, setup))
    }
    return [...fromConfig, ...fromStore]
  }

  private async ask(
    { name, examine }: StoreCheck,
    setup: Setup
  ): Promise<NamedFinding> {
    try {
      return { name, ...(await examine(setup, this.sql)) }
    } catch (error) {
      return {
        name,
        ...refusal(
          `could not be examined: ${(error as Error).message}`,
          "run the migrations, and start the store once"
        ),
      }
    }
  }
}
