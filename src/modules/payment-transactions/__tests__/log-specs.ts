import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { PAYMENT_TRANSACTIONS_MODULE } from ".."
import PaymentTransaction from "../models/payment-transaction"
import PaymentTransactionProvider from "../models/payment-transaction-provider"
import type PaymentTransactionsModuleService from "../service"
import { CORE_TABLES, NO_CORE_TABLES } from "./core-tables"

/** A session of a provider that is not ours, and its payment. */
export const SESSION = `insert into "payment_session" values
  ('payses_1', 'pp_theirs', 'pay_col_1', 100.10, 'eur', 'pending', '{"id":"gw_1"}')`
export const PAYMENT = `insert into "payment" values
  ('pay_1', 'pp_theirs', 'pay_col_1', 'payses_1', 100.10, 'eur', '{"id":"gw_1"}')`

/** All of a small log, in its order. */
export const WHOLE_LOG = { order: "created_at", limit: 100, offset: 0 }

type Log = {
  service: PaymentTransactionsModuleService
  /** Connections to the database that Medusa's tables and the log lie in. */
  pool: () => Pool
}

/** Runs specs on the module, beside those of Medusa's tables that it looks at. */
export function specsOfLog(specs: (log: Log) => void) {
  moduleIntegrationTestRunner<PaymentTransactionsModuleService>({
    moduleName: PAYMENT_TRANSACTIONS_MODULE,
    resolve: path.join(__dirname, ".."),
    moduleModels: [PaymentTransaction, PaymentTransactionProvider],
    pathToMigrations: path.join(__dirname, "../migrations"),
    testSuite: ({ service, dbConfig }) => {
      let pool: Pool

      beforeEach(async () => {
        pool = new Pool({ connectionString: dbConfig.clientUrl, max: 3 })
        await pool.query(NO_CORE_TABLES)
        await pool.query(CORE_TABLES)
      })
      afterEach(async () => {
        await pool.query(NO_CORE_TABLES)
        await pool.end()
      })

      specs({ service, pool: () => pool })
    },
  })
}
