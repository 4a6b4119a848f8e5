/** Requests that come at the same time share one lookup of their key, and none may be told what was true before it came. */
import { adminClient } from "../../helpers/clients"
import { baseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient, httpClient } from "../../helpers/http"
import { waitFor } from "../../helpers/wait-for"

const SHOPPERS = 24

let admin: HttpClient

beforeAll(async () => {
  admin = await adminClient()
})

async function freshKey() {
  const { api_key: key } = await expectOk(
    admin.post<{ api_key: { id: string; token: string } }>("/admin/api-keys", {
      title: "Of a crowd",
      type: "publishable",
    })
  )
  const link = (channels: { id: string }[]) =>
    expectOk(
      admin.post(`/admin/api-keys/${key.id}/sales-channels`, {
        add: channels.map(({ id }) => id),
      })
    )
  const shop = httpClient(baseUrl(), { "x-publishable-api-key": key.token })
  return { ...key, shop, link }
}

async function allChannels() {
  const { sales_channels: channels } = await expectOk(
    admin.get<{ sales_channels: { id: string }[] }>("/admin/sales-channels")
  )
  return channels
}

async function emptyChannel() {
  const { sales_channel: channel } = await expectOk(
    admin.post<{ sales_channel: { id: string } }>("/admin/sales-channels", {
      name: "Nothing to sell",
    })
  )
  return channel
}

/** Asks for regions all the time, from as many connections as there are shoppers, until it is ended. */
function crowd(shop: HttpClient) {
  const seen: { began: number; status: number }[] = []
  let isOver = false
  const one = async () => {
    while (!isOver) {
      const began = performance.now()
      const { status } = await shop.get("/store/regions")
      seen.push({ began, status })
    }
  }
  const all = Array.from({ length: SHOPPERS }, one)
  const end = async () => {
    isOver = true
    await Promise.all(all)
  }
  return { seen, end }
}

describe("the publishable key of a crowd", () => {
  it("opens nothing to a request that was sent after it was revoked", async () => {
    const { id, shop, link } = await freshKey()
    await link(await allChannels())
    const { seen, end } = crowd(shop)
    try {
      await waitFor(() => seen.length > 5 * SHOPPERS, { what: "the crowd" })
      await expectOk(admin.post(`/admin/api-keys/${id}/revoke`))
      const revoked = performance.now()
      const later = () => seen.filter(({ began }) => began > revoked)
      await waitFor(() => later().length > 5 * SHOPPERS, {
        what: "the crowd after it",
      })
      expect(new Set(later().map(({ status }) => status))).toEqual(
        new Set([400])
      )
      const before = seen.filter(({ status }) => status === 200)
      expect(before.length).toBeGreaterThan(5 * SHOPPERS)
    } finally {
      await end()
    }
  })

  it("has its sales channels as they are when the request comes", async () => {
    const { shop, link } = await freshKey()
    const channels = await allChannels()
    await link([await emptyChannel()])
    const { end } = crowd(shop)
    const count = async () =>
      (await expectOk(shop.get<{ count: number }>("/store/products"))).count
    try {
      expect(await count()).toBe(0)
      await link(channels)
      expect(await count()).toBeGreaterThan(0)
    } finally {
      await end()
    }
  })

  it("serves nobody who has none of it", async () => {
    const { token, shop, link } = await freshKey()
    await link(await allChannels())
    const strangers = ["", `${token}x`, token.slice(0, -1), "pk_none"]
    const asked = Array.from({ length: SHOPPERS }, (_, number) => {
      const stranger = strangers[number % strangers.length] ?? ""
      return Promise.all([
        shop.get("/store/regions"),
        httpClient(baseUrl(), { "x-publishable-api-key": stranger }).get(
          "/store/regions"
        ),
      ])
    })
    for (const [own, other] of await Promise.all(asked)) {
      expect([own.status, other.status]).toEqual([200, 400])
    }
  })
})
