import { container } from "@medusajs/framework"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { suiteOptions } from "../../config/suite-options"
import {
  loadedPaymentProviders,
  type PaymentProviders,
} from "../../utils/loaded-payment-providers"
import { guardLocks, type LockKeeper } from "./guard-locks"
import { guardPayments, type PaymentKeeper } from "./guard-payments"
import { guardStock, type StockKeeper } from "./guard-stock"

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  logger: Logger
}

/** An order that another request made of the same cart. */
export type PlacedOrder = {
  orderId: string
  /** Its payment is decided; before that it may still be taken back. */
  isSettled: boolean
  /** The cart says that it is completed; the undoing of a loser can have cleared that. */
  isCartCompleted: boolean
}

const PLACED_ORDER = `
  select oc.order_id as "orderId",
         cart.completed_at is not null as "isCartCompleted",
         not exists (
           select 1 from cart_payment_collection cpc
            where cpc.cart_id = oc.cart_id and cpc.deleted_at is null
         ) or exists (
           select 1 from cart_payment_collection cpc
             join payment_session ps on ps.payment_collection_id = cpc.payment_collection_id
            where cpc.cart_id = oc.cart_id and cpc.deleted_at is null and ps.deleted_at is null
              and ps.status in ('authorized', 'captured', 'pending_authorization')
         ) as "isSettled"
    from order_cart oc
    join "order" o on o.id = oc.order_id and o.deleted_at is null
    join cart on cart.id = oc.cart_id
   where oc.cart_id = ? and oc.deleted_at is null
   order by oc.created_at limit 1`

/** Medusa enables the providers that it has, and disables none. */
const DISABLE_OTHERS = `
  update payment_provider set is_enabled = false, updated_at = now()
   where is_enabled and not id = any(?)`

/** Keeps checkouts that happen at once, or one shopper's odd cart, from overselling or undoing each other. */
export default class CheckoutGuardsModuleService {
  private readonly connection: Knex
  private readonly logger: Logger

  /** Called by Medusa, in every process that has the modules: scripts reserve, too. */
  __hooks = { onApplicationStart: () => this.guard() }

  constructor(dependencies: Dependencies) {
    this.connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = dependencies.logger
  }

  /**
   * The order that exists for a cart.
   * @returns nothing when there is none
   * @example const placed = await guards.findPlacedOrder("cart_01H…")
   */
  async findPlacedOrder(cartId: string): Promise<PlacedOrder | undefined> {
    const { rows } = await this.connection.raw(PLACED_ORDER, [cartId])
    return rows[0] as PlacedOrder | undefined
  }

  private async guard(): Promise<void> {
    if (suiteOptions()["checkout-guards"] === false) {
      return
    }
    const payments = container.resolve<PaymentKeeper & PaymentProviders>(
      Modules.PAYMENT
    )
    await this.tell("stock", () =>
      guardStock(container.resolve<StockKeeper>(Modules.INVENTORY))
    )
    await this.tell("carts", () =>
      guardLocks(container.resolve<unknown>(Modules.LOCKING) as LockKeeper)
    )
    await this.tell("payments", () => guardPayments(payments))
    await this.tell("payment providers", () => this.disableGone(payments))
  }

  /** A region must not offer what nobody can pay with any more. */
  private async disableGone(payments: PaymentProviders): Promise<boolean> {
    const loaded = loadedPaymentProviders(payments)
    if (loaded.length === 0) {
      return false
    }
    await this.connection.raw(DISABLE_OTHERS, [loaded])
    return true
  }

  /** Medusa swallows what a hook throws. */
  private async tell(
    what: string,
    guard: () => boolean | Promise<boolean>
  ): Promise<void> {
    let why = "this version of Medusa works in another way"
    try {
      if (await guard()) {
        return
      }
    } catch (error) {
      why = (error as Error).message
    }
    this.logger.error(`checkout-guards: ${what} not guarded: ${why}`)
  }
}
