import { randomUUID } from "node:crypto"
import { adminClient } from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import { suppressedAddress } from "../../helpers/messages"
import type {
  AdminMessageSuppressionResponse,
  AdminMessageSuppressionsResponse,
} from "../../../src/types/messages"

const PATH = "/admin/messages/suppressions"

describe("the suppression list", () => {
  let admin: HttpClient

  beforeAll(async () => {
    admin = await adminClient()
  })

  const list = (search: Record<string, string>) =>
    expectOk(
      admin.get<AdminMessageSuppressionsResponse>(
        `${PATH}?${new URLSearchParams(search)}`
      )
    )

  const add = (body: object) =>
    admin.post<AdminMessageSuppressionResponse>(PATH, body)

  it("takes an address once, however it is written and of eight wishes at once", async () => {
    const name = `asha-${randomUUID()}`
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        expectOk(
          add({
            channel: "email",
            address: index % 2 ? `${name}@Store.Test` : `${name}@store.test`,
          })
        )
      )
    )
    const ids = new Set(answers.map(({ suppression }) => suppression.id))
    expect(ids.size).toBe(1)
    expect(answers[0]?.suppression).toMatchObject({
      ...{ channel: "email", address: `${name}@store.test` },
      ...{ reason: "manual", message_id: null },
      created_by: expect.stringMatching(/^user_/) as string,
    })
  })

  it("keeps a vendor's reason when an admin adds the address again", async () => {
    const address = `${randomUUID()}@store.test`
    const id = await suppressedAddress(address)
    const { suppression } = await expectOk(add({ channel: "email", address }))
    expect(suppression).toMatchObject({ id, reason: "bounce" })
  })

  it("has phone numbers in their international form", async () => {
    const digits = String(Date.now()).slice(-10)
    const { suppression } = await expectOk(
      add({ channel: "sms", address: `0049 ${digits}` })
    )
    expect(suppression.address).toBe(`+49${digits}`)
  })

  it("is searched by how an address begins, filtered, and paged", async () => {
    const name = `page_${randomUUID()}`
    const addresses = ["a", "b", "c"].map((end) => `${name}-${end}@store.test`)
    for (const address of addresses) {
      await suppressedAddress(address)
    }
    await expectOk(add({ channel: "email", address: `${name}-d@store.test` }))
    const page = await list({
      q: ` ${name.toUpperCase()}`,
      ...{ reason: "bounce", order: "address", limit: "2", offset: "1" },
    })
    expect(page.count).toBe(3)
    expect(page.suppressions.map(({ address }) => address)).toEqual(
      addresses.slice(1)
    )
    expect((await list({ q: name.replace("_", "%") })).count).toBe(0)
    expect((await list({ q: name, channel: "sms" })).count).toBe(0)
  })

  it("lets an address go, once", async () => {
    const address = `${randomUUID()}@store.test`
    const id = await suppressedAddress(address)
    const { body } = await admin.delete(`${PATH}/${id}`)
    expect(body).toEqual({ id, object: "message_suppression", deleted: true })
    expect((await list({ q: address })).count).toBe(0)
    expect((await admin.delete(`${PATH}/${id}`)).status).toBe(404)
    const { suppression } = await expectOk(add({ channel: "email", address }))
    expect(suppression.reason).toBe("manual")
  })

  it.each([
    [{ channel: "email", address: "nobody" }, "address"],
    [{ channel: "sms", address: "0151 2345678" }, "address"],
    [{ channel: "sms", address: "asha@store.test" }, "address"],
    [{ channel: "fax", address: "asha@store.test" }, "channel"],
    [{ address: "asha@store.test" }, "channel"],
    [{ channel: "email" }, "address"],
    [{ channel: "email", address: "a@store.test", reason: "bounce" }, "reason"],
  ])("answers %j with a 400 that names %s", async (body, field) => {
    const answer = await admin.post<{ message: string }>(PATH, body)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(field)
  })

  it.each([
    ["reason=boredom", "reason"],
    ["order=reason", "order"],
    ["limit=101", "limit"],
    ["colour=red", "colour"],
  ])(
    "answers the search %s with a 400 that names %s",
    async (search, field) => {
      const answer = await admin.get<{ message: string }>(`${PATH}?${search}`)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toContain(field)
    }
  )
})
