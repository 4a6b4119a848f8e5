import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaService,
  Modules,
} from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../config/suite-options"
import type { AdminCashOrder } from "../../types/cash-on-delivery"
import type { SqlExecutor } from "../../utils/add-job"
import { setCashClaimer } from "../../utils/cash-claims"
import { onConnection } from "../../utils/in-transaction"
import { FEE_IN_CART, FEES_IN_ORDERS, PAID_CART, STRAY_FEE } from "./carts-sql"
import { type CashCustomer, claimOrder, countOpenOrders } from "./claim"
import CashOnDeliveryOrder from "./models/cash-on-delivery-order"
import {
  type CashCursor,
  type CashFilters,
  type CashPage,
  CLOSE_SETTLED,
  exportSql,
  listSql,
  ONE_ORDER,
} from "./orders-sql"
import {
  type OrderKeeper,
  takeFeesAlong,
  withWaitingFees,
} from "./take-fees-along"

/** One order as collecting its cash finds it. Amounts are exact, in major units. */
export type CashOrder = {
  order_id: string
  session_id: string
  session_status: string
  session_data: Record<string, unknown> | null
  session_amount: string
  currency_code: string
  owed: string
  is_canceled: boolean
  /** The cash is captured, and the order's books say so. */
  is_in_books: boolean
  payment_id: string | null
  payment_amount: string | null
  is_captured: boolean
  captured_amount: string
}

export type PaidCart = {
  cart_id: string
  has_cash_session: boolean
  has_fee: boolean
  has_order: boolean
}

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: unknown
  logger: Logger
}

/** Knows which orders wait for their cash, and keeps a customer's from becoming too many. */
export default class CashOnDeliveryModuleService extends MedusaService({
  CashOnDeliveryOrder,
}) {
  readonly #connection: unknown
  readonly #logger: Logger

  /** Called by Medusa, in every process that has the modules. */
  __hooks = {
    onApplicationStart: () => this.#start(),
  }

  constructor(...given: [dependencies: Dependencies, ...unknown[]]) {
    super(...given)
    const [dependencies] = given
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.#logger = dependencies.logger
    setCashClaimer((sessionId) => this.claimOrder(sessionId))
  }

  /** See `claimOrder` in claim.ts. */
  async claimOrder(sessionId: string): Promise<void> {
    const { openOrders } = featureOptions("cash-on-delivery")
    await this.#run((sql) => claimOrder(sql, sessionId, openOrders))
  }

  /** How many orders of a customer wait for their cash now. */
  async countOpenOrders(customer: CashCustomer): Promise<number> {
    return this.#run((sql) => countOpenOrders(sql, customer))
  }

  /** A page of the orders whose cash is open, with the count of all that match. One statement. */
  async listOpenOrders(
    page: CashPage
  ): Promise<{ orders: AdminCashOrder[]; count: number }> {
    const { sql, values } = listSql(page)
    const [found] = await this.#read<{
      orders: AdminCashOrder[]
      count: number
    }>(sql, values)
    return found ?? { orders: [], count: 0 }
  }

  /** Up to `limit` of them, the oldest first, after one that came before. */
  async listForExport(
    filters: CashFilters,
    limit: number,
    after?: CashCursor
  ): Promise<AdminCashOrder[]> {
    const { sql, values } = exportSql(filters, limit, after)
    return this.#read(sql, values)
  }

  /** What is known of an order's cash; undefined when it is not to be paid on delivery. */
  async findCashOrder(orderId: string): Promise<CashOrder | undefined> {
    const [order] = await this.#read<CashOrder>(ONE_ORDER, [orderId])
    return order
  }

  /** Puts aside what is settled; the cash of an order that is still open stays. */
  async closeSettled(orderId: string): Promise<void> {
    await this.#read(CLOSE_SETTLED, [orderId])
  }

  /** The cart that a payment collection belongs to. */
  async findPaidCart(collectionId: string): Promise<PaidCart | undefined> {
    const [cart] = await this.#read<PaidCart>(PAID_CART, [collectionId])
    return cart
  }

  /** Whether a cart has the fee without cash on delivery being chosen. */
  async hasStrayFee(cartId: string): Promise<boolean> {
    return (await this.#read(STRAY_FEE, [cartId])).length > 0
  }

  async isFeeInCart(lineItemId: string): Promise<boolean> {
    return (await this.#read(FEE_IN_CART, [lineItemId])).length > 0
  }

  async isAnyFeeInOrders(lineItemIds: string[]): Promise<boolean> {
    const ids = JSON.stringify(lineItemIds)
    return (await this.#read(FEES_IN_ORDERS, [ids])).length > 0
  }

  /** Medusa swallows what a hook throws; the shop sells without it, and fees are fulfilled by hand. */
  async #start(): Promise<void> {
    if (isOff("cash-on-delivery")()) {
      return
    }
    const warn = (message: string) =>
      this.#logger.warn(`[cash-on-delivery] ${message}`)
    const orders = container.resolve<OrderKeeper>(Modules.ORDER)
    const isTaught = takeFeesAlong(orders, (parcel) =>
      this.#run((sql) => withWaitingFees(sql, parcel)).catch((error: Error) => {
        warn(`a parcel leaves its fee behind: ${error.message}`)
        return parcel
      })
    )
    if (!isTaught) {
      warn("this version of Medusa takes no fees along")
    }
  }

  async #read<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const rows = await this.#run((executor) => executor.execute(sql, values))
    return rows as Row[]
  }

  #run<Result>(work: (sql: SqlExecutor) => Promise<Result>): Promise<Result> {
    return onConnection(this.#connection, work)
  }
}
