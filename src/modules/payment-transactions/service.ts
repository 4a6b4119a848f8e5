import { container } from "@medusajs/framework"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Pool } from "@medusajs/framework/pg"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { isOff } from "../../config/suite-options"
import type {
  AdminPaymentTransaction,
  StorePaymentTransaction,
} from "../../types/payment-transactions"
import { currentActor } from "../../utils/actor-context"
import { withActorNote } from "../../utils/actor-note"
import { setAttemptRecorder } from "../../utils/payment-attempts"
import { attemptLog } from "./attempt-log"
import PaymentTransaction from "./models/payment-transaction"
import PaymentTransactionProvider from "./models/payment-transaction-provider"
import { recordingProviders } from "./recording-providers"
import {
  customerPaymentsSql,
  exportSql,
  listSql,
  orderPaymentsSql,
  type Statement,
  type TransactionCursor,
  type TransactionFilters,
  type TransactionPage,
} from "./transactions-sql"

type SqlContext = Context<SqlEntityManager>

/** The part of knex that tells of each query before it is sent. */
type QuerySource = {
  on: (event: "start", listener: (query: { sql?: unknown }) => void) => void
}

type Dependencies = {
  logger: Logger
  [ContainerRegistrationKeys.PG_CONNECTION]: QuerySource
}

export default class PaymentTransactionsModuleService extends MedusaService({
  PaymentTransaction,
  PaymentTransactionProvider,
}) {
  readonly #logger: Logger
  readonly #connection: QuerySource

  constructor(...given: [dependencies: Dependencies, ...unknown[]]) {
    super(...given)
    const [dependencies] = given
    this.#logger = dependencies.logger
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  __hooks = {
    onApplicationStart: () => this.#start(),
  }

  /** A page of the log with the count of all that match. */
  @InjectManager()
  async listTransactions(
    page: TransactionPage,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{
    payment_transactions: AdminPaymentTransaction[]
    count: number
  }> {
    const [found] = await execute<{
      payment_transactions: AdminPaymentTransaction[]
      count: number
    }>(context, listSql(page))
    return found ?? { payment_transactions: [], count: 0 }
  }

  /** Up to `limit` rows, newest first, after a row that came before. */
  @InjectManager()
  async listForExport(
    filters: TransactionFilters,
    limit: number,
    after?: TransactionCursor,
    @MedusaContext() context: SqlContext = {}
  ): Promise<AdminPaymentTransaction[]> {
    return execute(context, exportSql(filters, limit, after))
  }

  /** An order's payments as its customer sees them, oldest first; undefined when the order is not theirs. One statement. */
  @InjectManager()
  async listOrderPayments(
    orderId: string,
    customerId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<
    { payments: StorePaymentTransaction[]; count: number } | undefined
  > {
    const [found] = await execute<{
      payments: StorePaymentTransaction[]
      count: number
    }>(context, orderPaymentsSql(orderId, customerId, page))
    return found
  }

  /** All payments of one customer's orders, newest first. One statement. */
  @InjectManager()
  async listCustomerPayments(
    customerId: string,
    page: { limit: number; offset: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ payments: StorePaymentTransaction[]; count: number }> {
    const [found] = await execute<{
      payments: StorePaymentTransaction[]
      count: number
    }>(context, customerPaymentsSql(customerId, page))
    return found ?? { payments: [], count: 0 }
  }

  /**
   * Says which providers write their own attempts down; the triggers skip exactly those.
   * Others that are registered lose the mark, should the same id once have had it.
   */
  @InjectManager()
  async markRecordingProviders(
    { recording, others }: { recording: string[]; others: string[] },
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await execute(context, {
      sql: `with gone as (
          delete from payment_transaction_provider
          where provider_id in (select json_array_elements_text(?::json))
        )
        insert into payment_transaction_provider (provider_id)
        select json_array_elements_text(?::json) on conflict do nothing`,
      values: [JSON.stringify(others), JSON.stringify(recording)],
    })
  }

  /** The framework would swallow an error: it is logged, and the shop sells without its log. */
  async #start(): Promise<void> {
    if (isOff("payment-transactions")()) {
      return
    }
    try {
      this.#connection.on("start", (query) => {
        if (typeof query.sql === "string") {
          query.sql = withActorNote(query.sql, currentActor)
        }
      })
      setAttemptRecorder(
        attemptLog({
          pool: () => container.resolve<{ pool: Pool }>("jobs").pool,
          warn: (line) => this.#logger.warn(line),
        })
      )
      await this.markRecordingProviders(await recordingProviders(container))
    } catch (error) {
      this.#logger.error(
        `[payment-transactions] not started: ${(error as Error).message}`
      )
    }
  }
}

/** `@InjectManager` has put a manager into the context of every caller. */
async function execute<Row extends object>(
  context: SqlContext,
  { sql, values }: Statement
): Promise<Row[]> {
  return (context.manager as SqlEntityManager).execute(sql, values)
}
