import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import type {
  StoreCartCountResponse,
  StoreLeftOut,
} from "../../types/customer-carts"
import type { SqlExecutor } from "../../utils/add-job"
import { onConnection } from "../../utils/in-transaction"
import {
  ACTIVE_CART,
  CART_STATE,
  COUNT,
  DEMOTE,
  GUARDED_CART,
  GUARDED_COLLECTION,
  IS_MERGED,
  LEAVE,
  LINES,
  LOCK_CUSTOMER,
  NOTE_IF_NEW,
  REGION_FOR,
  WAITING_CARTS,
  WRITE_NOTE,
} from "./carts-sql"
import CustomerCart from "./models/customer-cart"
import { type CartMove, type DoneMove, moveLines, undoMove } from "./move-lines"

/** What decides whether a cart may be taken over, merged or emptied. */
export type CartState = {
  id: string
  /** Medusa's; of a guest's cart it may be an account that has the e-mail address. */
  customer_id: string | null
  /** The customer who made it or took it over while signed in; null for a guest's. */
  owner_id: string | null
  state: "active" | "waiting" | "left" | "merged" | "other" | null
  is_completed: boolean
  /** Money was given for it, or an order waits for it. */
  is_paid: boolean
  /** Somebody may be paying for it at a gateway now. */
  is_at_gateway: boolean
}

export type GuardedCart = {
  id: string
  customer_id: string | null
  owner_id: string | null
  /** A merge moved items into it and died before their prices were made. */
  is_stale: boolean
}

/** What taking a cart over changed, to undo it. */
export type Activation = {
  cart_id: string
  customer_id: string
  /** The state that it had; null when it was not the customer's yet. */
  state_before: CartState["state"]
  demoted: string[]
}

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}
type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

const noteId = () => generateEntityId(undefined, "cuscart")

/** Knows which carts customers made or took over while signed in, and which of them is each one's active one. */
export default class CustomerCartsModuleService extends MedusaService({
  CustomerCart,
}) {
  readonly #connection: Knex

  constructor(...given: [dependencies: Dependencies, ...unknown[]]) {
    super(...given)
    const [dependencies] = given
    this.#connection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** @returns nothing when there is no such cart */
  async findCart(cartId: string): Promise<CartState | undefined> {
    const [cart] = await this.#read<CartState>(CART_STATE, [cartId])
    return cart
  }

  async findGuardedCart(cartId: string): Promise<GuardedCart | undefined> {
    const [cart] = await this.#read<GuardedCart>(GUARDED_CART, [cartId])
    return cart
  }

  /** The cart that a payment collection pays. */
  async findCartOfCollection(id: string): Promise<GuardedCart | undefined> {
    const [cart] = await this.#read<GuardedCart>(GUARDED_COLLECTION, [id])
    return cart
  }

  /** The cart that a line stands in, whichever that is. */
  async findCartOfLine(lineId: string): Promise<string | undefined> {
    const [line] = await this.#read<{ cart_id: string }>(
      "select cart_id from cart_line_item where id = ?",
      [lineId]
    )
    return line?.cart_id
  }

  /** The cart that a customer goes on with, while it is open. */
  async findActive(
    customerId: string
  ): Promise<Omit<GuardedCart, "owner_id"> | undefined> {
    const [cart] = await this.#read<GuardedCart>(ACTIVE_CART, [customerId])
    return cart
  }

  /** Whether a customer's cart gave its items to another of theirs. */
  async isMerged(customerId: string, cartId: string): Promise<boolean> {
    return (await this.#read(IS_MERGED, [customerId, cartId])).length > 0
  }

  /** Where a new cart of a customer is to be sold; nothing where the store does not say. */
  async findRegionFor(customerId: string): Promise<string | undefined> {
    const [region] = await this.#read<{ id: string | null }>(REGION_FOR, [
      customerId,
    ])
    return region?.id ?? undefined
  }

  /** A customer's older carts whose items are still to move into the given one. */
  async listWaiting(customerId: string, exceptId: string): Promise<string[]> {
    const rows = await this.#read<{ id: string }>(WAITING_CARTS, [
      customerId,
      exceptId,
    ])
    return rows.map(({ id }) => id)
  }

  /** After a sign-in: older carts that kept their items are let be. */
  async leaveWaiting(customerId: string): Promise<void> {
    await this.#read(LEAVE, [customerId])
  }

  /** Notes whose cart this is, and that the customer goes on with it when there is no other. */
  async noteCart(customerId: string, cartId: string): Promise<void> {
    await this.#run(async (sql) => {
      await sql.execute(LOCK_CUSTOMER, [customerId])
      const active = (await sql.execute(ACTIVE_CART, [customerId])) as unknown[]
      if (active.length === 0) {
        await sql.execute(DEMOTE, [customerId, cartId])
      }
      const state = active.length > 0 ? "other" : "active"
      await sql.execute(NOTE_IF_NEW, [noteId(), cartId, customerId, state])
    })
  }

  /**
   * Makes a cart the customer's active one; the one before waits for its items to move.
   * @returns nothing when the cart is another customer's
   */
  async activate(
    customerId: string,
    cartId: string
  ): Promise<Activation | undefined> {
    return this.#run(async (sql) => {
      await sql.execute(LOCK_CUSTOMER, [customerId])
      const [known] = (await sql.execute(CART_STATE, [cartId])) as CartState[]
      if (known?.owner_id && known.owner_id !== customerId) {
        return undefined
      }
      const demoted = (await sql.execute(DEMOTE, [customerId, cartId])) as {
        cart_id: string
      }[]
      const values = [noteId(), cartId, customerId, "active"]
      const written = (await sql.execute(WRITE_NOTE, values)) as unknown[]
      if (written.length === 0) {
        throw new MedusaError(
          MedusaError.Types.CONFLICT,
          `The cart ${cartId} became another customer's`
        )
      }
      return {
        ...{ cart_id: cartId, customer_id: customerId },
        state_before: known?.state ?? null,
        demoted: demoted.map(({ cart_id }) => cart_id),
      }
    })
  }

  async undoActivate(done: Activation): Promise<void> {
    await this.#run(async (sql) => {
      await sql.execute(LOCK_CUSTOMER, [done.customer_id])
      await (done.state_before
        ? sql.execute(
            "update customer_cart set state = ?, updated_at = now() where cart_id = ? and deleted_at is null",
            [done.state_before, done.cart_id]
          )
        : sql.execute("delete from customer_cart where cart_id = ?", [
            done.cart_id,
          ]))
      await sql.execute(
        `update customer_cart set state = 'active', updated_at = now()
          where cart_id in (select json_array_elements_text(?::json)) and deleted_at is null`,
        [JSON.stringify(done.demoted.slice(0, 1))]
      )
    })
  }

  /** See `moveLines` in move-lines.ts. */
  async moveLines(move: CartMove): Promise<DoneMove> {
    return this.#run((sql) => moveLines(sql, move))
  }

  async undoMove(done: DoneMove): Promise<void> {
    await this.#run((sql) => undoMove(sql, done))
  }

  /** The promotion codes with which a merged cart is to be refreshed; undefined when it needs none. */
  async findRefresh(cartId: string): Promise<string[] | undefined> {
    const [row] = await this.#read<{ refresh: { promo_codes: string[] } }>(
      "select refresh from customer_cart where cart_id = ? and refresh is not null and deleted_at is null",
      [cartId]
    )
    return row?.refresh.promo_codes
  }

  async settleRefresh(cartId: string): Promise<void> {
    await this.#read(
      "update customer_cart set refresh = null, updated_at = now() where cart_id = ? and deleted_at is null",
      [cartId]
    )
  }

  /** What the merges of the last ten minutes could not move into a cart. */
  async listLeftOut(cartId: string): Promise<StoreLeftOut[]> {
    const [row] = await this.#read<{ left_out: StoreLeftOut[] | null }>(
      `select left_out from customer_cart where cart_id = ? and deleted_at is null
        and merged_at > now() - interval '10 minutes'`,
      [cartId]
    )
    return row?.left_out ?? []
  }

  /** @returns nothing when there is no such cart */
  async countItems(
    cartId: string
  ): Promise<StoreCartCountResponse | undefined> {
    const [row] = await this.#read<StoreCartCountResponse>(COUNT, [cartId])
    return row
  }

  /** The ids of a cart's lines: all, or those of one variant. */
  async listLineIds(cartId: string, variantId?: string): Promise<string[]> {
    const variant = variantId ?? null
    const values = [cartId, variant, variant]
    const rows = await this.#read<{ id: string }>(LINES, values)
    return rows.map(({ id }) => id)
  }

  /** One statement, without a transaction around it: each request for a cart asks. */
  async #read<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.#connection.raw(sql, values)
    return rows as Row[]
  }

  #run<Result>(work: (sql: SqlExecutor) => Promise<Result>): Promise<Result> {
    return onConnection(this.#connection, work)
  }
}
