import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { GuardedOrder } from "../../utils/order-access"

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const FIND_ORDER = `
  select id, customer_id, email, created_at from "order" where id = ? and deleted_at is null`

/** Looks up whose an order is, for what guards it. */
export default class OrderAccessModuleService {
  readonly #connection: Knex

  constructor(dependencies: Dependencies) {
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** @returns nothing when there is no such order */
  async findOrder(id: string): Promise<GuardedOrder | undefined> {
    const { rows } = await this.#connection.raw(FIND_ORDER, [id])
    return (rows as GuardedOrder[])[0]
  }
}
