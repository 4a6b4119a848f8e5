/**
 * The attack: calling a route that is somebody else's, with no login, with another
 * customer's, with a customer's where an admin's is needed, or with a half-made one.
 */
import { randomUUID } from "node:crypto"
import { suiteRoutes } from "../helpers/api-routes"
import {
  adminClient,
  anonymousClient,
  freshCustomer,
  storeClient,
} from "../helpers/clients"
import { expectOk } from "../helpers/http"
import { type AccessRow, ACTORS, accessTable, type World } from "./access.table"

async function actorlessToken() {
  const { token } = await expectOk(
    anonymousClient().post<{ token: string }>("/auth/user/emailpass/register", {
      email: `intruder-${randomUUID()}@store.test`,
      password: randomUUID(),
    })
  )
  return token
}

async function createWorld(): Promise<World> {
  const [customer, otherCustomer] = await Promise.all([
    freshCustomer(),
    freshCustomer(),
  ])
  return {
    customer,
    otherCustomer,
    clients: {
      anonymous: anonymousClient(),
      guest: storeClient(),
      customer: customer.client,
      otherCustomer: otherCustomer.client,
      actorless: storeClient({ token: await actorlessToken() }),
      admin: await adminClient(),
    },
  }
}

const nameOf = ({ method, route }: AccessRow) => `${method} ${route}`

function pathOf(route: string, params: Record<string, string>, query = "") {
  const path = route.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (!value) {
      throw new Error(`prepare() gave no parameter "${name}" for ${route}`)
    }
    return encodeURIComponent(value)
  })
  return query ? `${path}?${query}` : path
}

describe("access", () => {
  let world: World

  beforeAll(async () => {
    world = await createWorld()
  })

  it("has a row for every route of the suite and every method it exports", () => {
    const rows = new Set(accessTable.map(nameOf))
    expect(suiteRoutes().filter((route) => !rows.has(route))).toEqual([])
  })

  it("has no row for a route that is gone", () => {
    const routes = new Set(suiteRoutes())
    const rows = accessTable.filter(({ isCore }) => !isCore).map(nameOf)
    expect(rows.filter((row) => !routes.has(row))).toEqual([])
  })

  describe.each(accessTable.map((row) => ({ name: nameOf(row), row })))(
    "$name",
    ({ row }) => {
      it.each(ACTORS.map((actor) => ({ actor, status: row.expected[actor] })))(
        "answers $actor with $status",
        async ({ actor, status }) => {
          const {
            params = {},
            query,
            body,
          } = (await row.prepare?.(world)) ?? {}
          const reply = await world.clients[actor].send(
            row.method,
            pathOf(row.route, params, query),
            { body }
          )
          expect({ status: reply.status, body: reply.body }).toEqual({
            status,
            body: expect.anything() as unknown,
          })
        }
      )
    }
  )
})
