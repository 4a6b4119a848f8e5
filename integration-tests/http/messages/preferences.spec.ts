import {
  adminClient,
  anonymousClient,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { baseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { mailedToken } from "../../helpers/messages-writing"
import type {
  MessagePreferencesResponse,
  UnsubscribeResponse,
} from "../../../src/types/messages-preferences"

const PATH = "/store/customers/me/message-preferences"
const HOOK = "/hooks/messages/unsubscribe"

const offOf = async (client: HttpClient, path = PATH) => {
  const answer = await expectOk(client.get<MessagePreferencesResponse>(path))
  return answer.preferences
    .filter(({ is_on }) => !is_on)
    .map(({ category }) => category)
}

describe("what messages a customer wants", () => {
  it("is all of them, until the customer says otherwise about one", async () => {
    const { client } = await freshCustomer()
    const { preferences } = await expectOk(
      client.get<MessagePreferencesResponse>(PATH)
    )
    expect(preferences).toEqual([
      { category: "transactional", is_on: true, is_optional: false },
      { category: "news", is_on: true, is_optional: true },
      { category: "product_updates", is_on: true, is_optional: true },
      { category: "reminders", is_on: true, is_optional: true },
    ])
    await expectOk(client.post(PATH, { news: false, reminders: false }))
    await expectOk(client.post(PATH, { reminders: true }))
    expect(await offOf(client)).toEqual(["news"])
  })

  it("is nobody else's", async () => {
    const one = await freshCustomer()
    const other = await freshCustomer()
    await expectOk(one.client.post(PATH, { news: false }))
    expect(await offOf(other.client)).toEqual([])
  })

  it("is right after eight choices at once", async () => {
    const { client } = await freshCustomer()
    const all = { news: false, reminders: false, product_updates: false }
    const backwards = Object.fromEntries(Object.entries(all).reverse())
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        client.post(PATH, at % 2 ? all : backwards)
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await offOf(client)).toHaveLength(3)
  })

  it.each([
    [{ transactional: false }, "transactional"],
    [{ news: "no" }, "news"],
    [{ news: null }, "news"],
    [{ spam: false }, "spam"],
    [{}, "body"],
    [[], "body"],
  ])("takes no %j, and says which field is wrong", async (body, field) => {
    const { client } = await freshCustomer()
    const answer = await client.post<{ message: string }>(PATH, body)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain(field)
  })

  it("is seen by an admin, who may switch off but never on", async () => {
    const { client, id } = await freshCustomer()
    const admin = await adminClient()
    const path = `/admin/customers/${id}/message-preferences`
    expect(await offOf(admin, path)).toEqual([])
    await expectOk(admin.post(path, { news: false }))
    expect(await offOf(client)).toEqual(["news"])
    const on = await admin.post<{ message: string }>(path, { news: true })
    expect([on.status, on.body.message]).toEqual([
      400,
      expect.stringContaining("news") as string,
    ])
    const nobody = "/admin/customers/cus_nobody/message-preferences"
    expect((await admin.get(nobody)).status).toBe(404)
    expect((await admin.post(nobody, { news: false })).status).toBe(404)
  })
})

describe("the link of a mail that is not wanted any more", () => {
  it("switches its kind off with a mail program's one click, and again changes nothing", async () => {
    const { client, id } = await freshCustomer()
    const path = `${HOOK}/${mailedToken(id)}`
    for (const body of ["List-Unsubscribe=One-Click", ""]) {
      const headers = { "content-type": "application/x-www-form-urlencoded" }
      const answer = await anonymousClient().post<UnsubscribeResponse>(
        path,
        body,
        { headers }
      )
      expect(answer).toMatchObject({ status: 200, body: { category: "news" } })
    }
    expect(await offOf(client)).toEqual(["news"])
  })

  it("works for a program that posts it as a form with parts", async () => {
    const { client, id } = await freshCustomer()
    const body = new FormData()
    body.set("List-Unsubscribe", "One-Click")
    const url = `${baseUrl()}${HOOK}/${mailedToken(id, "reminders")}`
    expect((await fetch(url, { method: "POST", body })).status).toBe(200)
    expect(await offOf(client)).toEqual(["reminders"])
  })

  it("works from the storefront's page, with the token in the body", async () => {
    const { client, id } = await freshCustomer()
    const token = mailedToken(id)
    const answer = await storeClient().post("/store/messages/unsubscribe", {
      token,
    })
    expect(answer).toMatchObject({ status: 200, body: { category: "news" } })
    expect(await offOf(client)).toEqual(["news"])
  })

  // The attack: a mail scanner that opens every link.
  it("changes nothing when it is only opened", async () => {
    const { client, id } = await freshCustomer()
    const token = mailedToken(id)
    const opened = await anonymousClient().get(`${HOOK}/${token}`)
    expect(opened.status).toBe(303)
    expect(opened.headers.get("location")).toBe(`../unsubscribe#token=${token}`)
    const page = await anonymousClient().get<string>(HOOK)
    expect(page.status).toBe(200)
    expect(page.headers.get("content-security-policy")).toContain(
      "default-src 'none'"
    )
    expect(page.body).not.toContain(token)
    expect(await offOf(client)).toEqual([])
  })

  // The attack: switching off what others want.
  it("does nothing with a token that is made up, of another use, or too long", async () => {
    const { client, id } = await freshCustomer()
    const token = mailedToken(id)
    const bad = [
      token.replace("news", "reminders"),
      `${token}x`,
      "news",
      "%00",
      "x".repeat(5000),
    ]
    for (const changed of bad) {
      const { status } = await anonymousClient().post(
        `${HOOK}/${encodeURIComponent(changed)}`
      )
      expect(status).toBe(404)
    }
    const path = "/store/messages/unsubscribe"
    expect(
      (await storeClient().post(path, { token: `${token}x` })).status
    ).toBe(404)
    for (const body of [{}, { token: 1 }, { token, more: 1 }]) {
      const answer = await storeClient().post<{ message: string }>(path, body)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(/token|more/)
    }
    expect(await offOf(client)).toEqual([])
  })
})
