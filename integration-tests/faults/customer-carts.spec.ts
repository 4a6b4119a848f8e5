/** The attack: the server dies while a shopper signs in and the items of two carts become those of one. */
import { storeClient } from "../helpers/clients"
import {
  customerWithCart,
  myCart,
  newCart,
  signInWith,
  unitsIn,
  variantWith,
} from "../helpers/customer-carts"
import { type Database, query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const PRICE = 1499

/** Where it dies, as a statement that waits in a trigger: the first inside the transaction, the others after it. */
const POINTS: [where: string, on: string][] = [
  ["amidst the move", "update of state on customer_cart"],
  ["before prices and taxes are made", "insert on cart_line_item_tax_line"],
  ["before it is settled", "update of refresh on customer_cart"],
]

describe("a sign-in whose server is killed", () => {
  let database: Database
  let server: Server
  let lamp: string
  let rug: string

  const start = async () => {
    server = await startServer({
      name: "customer-carts-killed",
      databaseUrl: database.url,
    })
  }

  beforeAll(async () => {
    database = await seededDatabase()
    await start()
    lamp = await variantWith(100, { url: server.url })
    rug = await variantWith(100, { url: server.url })
    await query(
      database.url,
      // Taxes are made before, too, when the cart changes hands.
      `create function spec_hold() returns trigger language plpgsql as $$
       begin
         if tg_table_name <> 'cart_line_item_tax_line'
             or exists (select from customer_cart where refresh is not null) then
           perform pg_sleep(300);
         end if;
         return new;
       end $$`
    )
  }, 180_000)
  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  const held = () =>
    query(
      database.url,
      `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`
    )

  it.each(isFull() ? POINTS : POINTS.slice(0, 2))(
    "%s has moved all or nothing; signing in again gives each item once, at its price",
    async (_, on) => {
      const wish = { url: server.url }
      const { customer, cart: older } = await customerWithCart({
        ...wish,
        items: [
          [lamp, 2],
          [rug, 1],
        ],
      })
      const guest = await newCart({ ...wish, items: [[lamp, 3]] })
      // The claim's own write of `state` comes first, and is not what this waits for.
      const when = on.includes("state") ? "when (new.state = 'merged')" : ""
      await query(
        database.url,
        `create trigger spec_hold before ${on} for each row ${when} execute function spec_hold()`
      )
      const dying = signInWith(customer, guest.id).catch(() => undefined)
      await waitFor(async () => (await held()).length > 0, { what: "the hold" })
      await server.kill()
      await dying
      await query(
        database.url,
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`
      )
      const table = on.split(" ").at(-1)
      await query(database.url, `drop trigger spec_hold on ${table}`)
      await start()

      const { token } = customer
      const again = {
        ...customer,
        client: storeClient({ url: server.url, token }),
      }
      const found = await myCart(again)
      const { status, body } = await signInWith(again, guest.id)
      expect(status).toBe(200)
      for (const cart of [found, body.cart]) {
        expect(cart.id).toBe(guest.id)
        expect(unitsIn(cart)).toEqual({ [lamp]: 5, [rug]: 1 })
        expect(cart.total).toBe(6 * PRICE)
      }
      const gone = await again.client.get(`/store/carts/${older.id}`)
      expect(gone.status).toBe(404)
    },
    120_000
  )

  it("lives, but cannot finish: all is taken back, the customer is signed in, and the next time it works", async () => {
    const { url } = server
    const { customer, cart: older } = await customerWithCart({
      ...{ url, items: [[lamp, 2]] },
    })
    const guest = await newCart({
      url,
      items: [
        [lamp, 3],
        [rug, 1],
      ],
    })
    await query(
      database.url,
      `create function spec_fail() returns trigger language plpgsql as $$
       begin raise exception 'the disk is full'; end $$;
       create trigger spec_fail before update of refresh on customer_cart for each row
         when (old.refresh is not null and new.refresh is null and new.left_out is not null) execute function spec_fail()`
    )
    const failed = await signInWith(customer, guest.id)
    expect(failed.status).toBe(200)
    expect(unitsIn(failed.body.cart)).toEqual({ [lamp]: 3, [rug]: 1 })
    expect(failed.body.cart.total).toBe(4 * PRICE)
    expect(failed.body.waiting).toEqual([
      { cart_id: older.id, reason: "failed" },
    ])
    const { body } = await customer.client.get<{ cart: typeof older }>(
      `/store/carts/${older.id}`
    )
    expect(unitsIn(body.cart)).toEqual({ [lamp]: 2 })
    expect(body.cart.total).toBe(2 * PRICE)

    await query(database.url, "drop trigger spec_fail on customer_cart")
    const { body: again } = await signInWith(customer, guest.id)
    expect(unitsIn(again.cart)).toEqual({ [lamp]: 5, [rug]: 1 })
    expect(again.waiting).toEqual([])
  }, 60_000)
})
