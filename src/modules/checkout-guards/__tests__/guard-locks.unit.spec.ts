import { CART_LOCK_SECONDS, guardLocks } from "../guard-locks"

type Call = [string | string[], { expire?: number } | undefined]

function keeper() {
  const calls: Call[] = []
  const locking = {
    acquire: (keys: Call[0], terms?: { expire?: number }) => {
      calls.push([keys, terms])
      return Promise.resolve()
    },
  }
  expect(guardLocks(locking)).toBe(true)
  expect(guardLocks(locking)).toBe(true)
  return { locking, calls }
}

it("a checkout holds its cart for less than the two minutes in which the books are healed", async () => {
  const { locking, calls } = keeper()
  await locking.acquire("cart_1", { expire: 120 })
  await locking.acquire(["cart_1", "cart_2"], { expire: 120 })
  const terms = { expire: CART_LOCK_SECONDS }
  expect(calls).toEqual([
    ["cart_1", terms],
    [["cart_1", "cart_2"], terms],
  ])
})

it("shorter locks, and those of other things, stay as they are", async () => {
  const { locking, calls } = keeper()
  await locking.acquire("cart_1", { expire: 10 })
  await locking.acquire("cart_1")
  await locking.acquire("order_1", { expire: 120 })
  expect(calls.map(([, terms]) => terms?.expire)).toEqual([10, undefined, 120])
})

it("a Medusa that works in another way is told, not broken", () => {
  expect(guardLocks({})).toBe(false)
})
