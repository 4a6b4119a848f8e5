/** The attack: a shopper who signs in on two devices at once, each at another server, and pays for what is there twice. */
import {
  customerWithCart,
  myCart,
  newCart,
  signInWith,
  unitsIn,
  variantWith,
} from "../helpers/customer-carts"
import { type Customer, storeClient } from "../helpers/clients"
import { query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import { describeWithRedis } from "../helpers/optional"
import { inLanes, Pair } from "../helpers/pair"
import { type Redis, startRedis } from "../helpers/redis"

const ROUNDS = isFull() ? 100 : 4
const MINUTE = 60_000

const at = (url: string, customer: Customer): Customer => ({
  ...customer,
  client: storeClient({ url, token: customer.token }),
})

/** What stands in all carts that the customer still has. */
const unitsInAll = (pair: Pair, { id }: Customer) =>
  query<{ variant_id: string; units: number }>(
    pair.database.url,
    `select line.variant_id, sum(line.quantity)::int as units
       from cart join cart_line_item line on line.cart_id = cart.id and line.deleted_at is null
      where cart.customer_id = $1 and cart.deleted_at is null group by 1`,
    [id]
  )

/** Each round: an older cart and two guests' carts, signed in with twice each, at both servers at once. */
async function raceToSignIn(pair: Pair, rounds: number) {
  const [first = "", second = ""] = pair.urls
  const [lamp, rug] = [
    await variantWith(9999, { url: first }),
    await variantWith(9999, { url: first }),
  ]
  const violations: unknown[] = []
  for (let round = 0; round < rounds; round++) {
    const { customer } = await customerWithCart({
      ...{ url: first, items: [[lamp, 2]] },
    })
    const carts = [
      await newCart({ url: first, items: [[lamp, 1]] }),
      await newCart({ url: second, items: [[rug, 1]] }),
    ]
    const replies = await Promise.all(
      carts.flatMap(({ id }) =>
        [first, second].map((url) => signInWith(at(url, customer), id))
      )
    )
    const statuses = replies.map(({ status }) => status)
    const cart = await myCart(at(second, customer))
    const wanted = { [lamp]: 3, [rug]: 1 }
    const units = unitsIn(cart)
    const all = Object.fromEntries(
      (await unitsInAll(pair, customer)).map(({ variant_id, units }) => [
        variant_id,
        units,
      ])
    )
    const isRight =
      statuses.every((status) => status === 200) &&
      carts.some(({ id }) => id === cart.id) &&
      [units, all].every(
        (each) => each[lamp] === wanted[lamp] && each[rug] === wanted[rug]
      )
    if (!isRight) {
      violations.push({ round, statuses, units, all })
    }
  }
  return violations
}

describeWithRedis("two instances that a customer signs in at", () => {
  let redis: Redis
  let pair: Pair

  beforeAll(async () => {
    redis = await startRedis()
    pair = new Pair("carts", await seededDatabase())
    await pair.start({ REDIS_URL: redis.url })
    await pair.start({ REDIS_URL: redis.url })
  }, 180_000)

  afterAll(async () => {
    await pair?.end()
    await redis?.stop()
  })

  it(
    `leave one cart with each item once, of two guests' carts at once, in ${ROUNDS} rounds`,
    async () => {
      expect(await inLanes(raceToSignIn, pair, ROUNDS)).toEqual([])
    },
    (isFull() ? 40 : 4) * MINUTE
  )
})
