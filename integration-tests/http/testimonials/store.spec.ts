import { randomUUID } from "node:crypto"
import type { StoreTestimonialSubmittedResponse } from "../../../src/types/testimonials"
import { adminClient, freshCustomer, storeClient } from "../../helpers/clients"
import { cartReadyToPay, completeCart } from "../../helpers/carts"
import { expectOk } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { storefront } from "../../helpers/storefront"
import {
  createTestimonial,
  listPublished,
  submission,
  submitTestimonial,
} from "../../helpers/testimonials"

const HOUR = 60 * 60 * 1000
const inHours = (hours: number) =>
  new Date(Date.now() + hours * HOUR).toISOString()

/** A product nobody else writes about, so that lists and averages are this spec's own. */
const subject = async () => (await createProduct({ stock: 1 })).id

describe("GET /store/testimonials", () => {
  it("shows the approved only", async () => {
    const product_id = await subject()
    const approved = await createTestimonial({ product_id }, { approved: true })
    await createTestimonial({ product_id })
    const { testimonials, count } = await listPublished(
      `product_id=${product_id}`
    )
    expect(testimonials.map(({ id }) => id)).toEqual([approved.id])
    expect(count).toBe(1)
  })

  it("hides what is before or after its publishing window, from the average too", async () => {
    const product_id = await subject()
    const inside = {
      publish_from: inHours(-1),
      publish_until: inHours(1),
      rating: 2,
    }
    const shown = await createTestimonial(
      { product_id, ...inside },
      { approved: true }
    )
    await createTestimonial(
      { product_id, publish_from: inHours(1) },
      { approved: true }
    )
    await createTestimonial(
      { product_id, publish_until: inHours(-1) },
      { approved: true }
    )
    const { testimonials, summary } = await listPublished(
      `product_id=${product_id}`
    )
    expect(testimonials.map(({ id }) => id)).toEqual([shown.id])
    expect(summary).toEqual({ count: 1, average: 2 })
  })

  it("filters by placement and locale, and counts what matches over all pages", async () => {
    const product_id = await subject()
    const rows = [
      { placements: ["home"], locale: "en-IN", rating: 5 },
      { placements: ["home", "checkout"], locale: "en-IN", rating: 4 },
      { placements: ["home"], locale: "hi", rating: 1 },
      { placements: [], locale: "en-IN", rating: 1 },
    ]
    for (const row of rows) {
      await createTestimonial({ product_id, ...row }, { approved: true })
    }
    const home = await listPublished(
      `product_id=${product_id}&placement=home&locale=en-in&limit=1`
    )
    expect(home.testimonials).toHaveLength(1)
    expect(home.summary).toEqual({ count: 2, average: 4.5 })
    const checkout = await listPublished(
      `product_id=${product_id}&placement=checkout`
    )
    expect(checkout.summary).toEqual({ count: 1, average: 4 })
    const all = await listPublished(`product_id=${product_id}`)
    expect(all.summary).toEqual({ count: 4, average: 2.75 })
  })

  it("takes the locale from the query only, not from the header of every request", async () => {
    const product_id = await subject()
    await createTestimonial({ product_id, locale: "hi" }, { approved: true })
    const { body } = await storeClient().get(
      `/store/testimonials?product_id=${product_id}`,
      { headers: { "x-medusa-locale": "de-DE" } }
    )
    expect(body.count).toBe(1)
  })

  it("leaves JSON-LD out for a product that is not on sale", async () => {
    const page = await listPublished("product_id=prod_nobody&json_ld=true")
    expect(page).toEqual(
      expect.not.objectContaining({ json_ld: expect.anything() })
    )
    const shop = await listPublished("json_ld=true&limit=1")
    expect(JSON.parse(shop.json_ld ?? "{}")["@type"]).toBe("Organization")
  })

  it("puts featured ones first, then the merchant's order, and pages without a gap", async () => {
    const product_id = await subject()
    const ids: string[] = []
    for (const fields of [
      { position: 2 },
      { position: 1 },
      { featured: true, position: 9 },
    ]) {
      const row = await createTestimonial(
        { product_id, ...fields },
        { approved: true }
      )
      ids.push(row.id)
    }
    const pages = await Promise.all(
      [0, 1, 2].map((offset) =>
        listPublished(`product_id=${product_id}&limit=1&offset=${offset}`)
      )
    )
    expect(pages.map(({ testimonials }) => testimonials[0]?.id)).toEqual([
      ids[2],
      ids[1],
      ids[0],
    ])
  })

  it("never shows e-mail, consent record or status", async () => {
    const product_id = await subject()
    await createTestimonial(
      { product_id, company: "Lake Tea" },
      { approved: true }
    )
    const { testimonials } = await listPublished(`product_id=${product_id}`)
    expect(Object.keys(testimonials[0] ?? {}).sort()).toEqual(
      [
        ...[
          "avatar_url",
          "company",
          "created_at",
          "featured",
          "feedback",
          "id",
        ],
        ...[
          "locale",
          "name",
          "placements",
          "product_id",
          "rating",
          "role",
          "verified",
        ],
      ].sort()
    )
  })

  it("keeps count and average right through edit, rejection, deletion and restore", async () => {
    const product_id = await subject()
    const admin = await adminClient()
    const row = await createTestimonial(
      { product_id, rating: 5 },
      { approved: true }
    )
    await createTestimonial({ product_id, rating: 3 }, { approved: true })
    const summary = async () =>
      (await listPublished(`product_id=${product_id}`)).summary
    const path = `/admin/testimonials/${row.id}`
    expect(await summary()).toEqual({ count: 2, average: 4 })
    await expectOk(admin.post(path, { rating: 1 }))
    expect(await summary()).toEqual({ count: 2, average: 2 })
    await expectOk(admin.post(`${path}/reject`))
    expect(await summary()).toEqual({ count: 1, average: 3 })
    await expectOk(admin.post(`${path}/approve`))
    await expectOk(admin.delete(path))
    expect(await summary()).toEqual({ count: 1, average: 3 })
    await expectOk(admin.post(`${path}/restore`))
    expect(await summary()).toEqual({ count: 2, average: 2 })
    await expectOk(admin.post(path, { product_id: null }))
    expect(await summary()).toEqual({ count: 1, average: 3 })
  })

  it("gives JSON-LD that a script element can hold, whatever was written", async () => {
    const product_id = await subject()
    const feedback = "</script><script>alert(1)</script> & \u2028 'x'"
    await createTestimonial({ product_id, feedback }, { approved: true })
    const { json_ld = "" } = await listPublished(
      `product_id=${product_id}&json_ld=true`
    )
    expect(json_ld).not.toMatch(/[<>&\u2028]/)
    const data = JSON.parse(json_ld)
    expect(data["@type"]).toBe("Product")
    expect(data.aggregateRating).toMatchObject({
      ratingValue: 5,
      reviewCount: 1,
    })
    expect(data.review[0].reviewBody).toBe(feedback)
  })
})

describe("POST /store/testimonials", () => {
  it("takes a guest's testimonial in as pending, with the proof of consent, text as typed", async () => {
    const feedback = "  <b>Great</b> & “fine”\n\tधन्यवाद 👍  "
    const submitted = await submitTestimonial({
      feedback,
      email: "Guest@Store.TEST",
    })
    expect(submitted).toMatchObject({
      status: "pending",
      feedback,
      verified: false,
    })
    const admin = await adminClient()
    const { testimonial } = await expectOk(
      admin.get<{ testimonial: Record<string, unknown> }>(
        `/admin/testimonials/${submitted.id}`
      )
    )
    expect(testimonial).toMatchObject({
      feedback,
      source: "guest",
      email: "guest@store.test",
      consent_text: expect.stringContaining("I agree"),
      consent_ip: expect.stringMatching(/^198\.18\./),
    })
    expect(Date.parse(String(testimonial.consent_at))).toBeGreaterThan(
      Date.now() - HOUR
    )
  })

  // The attack: a guest approves, features or verifies their own praise.
  it.each([
    "status",
    "verified",
    "featured",
    "position",
    "placements",
    "customer_id",
    "source",
    "publish_from",
  ])("refuses the field %s from a shopper", async (field) => {
    const { status, body } = await storeClient().post(
      "/store/testimonials",
      submission({ [field]: "approved" })
    )
    expect(status).toBe(400)
    expect(body.message).toContain(`${field}: unknown field`)
  })

  it("takes only the sentence that the store shows as consent", async () => {
    const client = storeClient()
    const shown = await client.get("/store/testimonials/consent")
    const agreed = await client.post(
      "/store/testimonials",
      submission({ consent_text: shown.body.consent_text })
    )
    const outdated = await client.post(
      "/store/testimonials",
      submission({ consent_text: `${shown.body.consent_text} Really.` })
    )
    expect([agreed.status, outdated.status]).toEqual([201, 400])
    expect(outdated.body.message).toContain("consent_text")
  })

  it("needs consent, and from a guest an e-mail address", async () => {
    const client = storeClient()
    const silent = await client.post(
      "/store/testimonials",
      submission({ consent_text: undefined })
    )
    expect([silent.status, silent.body.message]).toEqual([
      400,
      expect.stringContaining("consent_text"),
    ])
    const nameless = await client.post(
      "/store/testimonials",
      submission({ email: undefined })
    )
    expect([nameless.status, nameless.body.message]).toEqual([
      400,
      expect.stringContaining("email"),
    ])
  })

  it("takes a customer's address from the account, whatever the body says", async () => {
    const customer = await freshCustomer()
    const { testimonial } = await expectOk(
      customer.client.post<StoreTestimonialSubmittedResponse>(
        "/store/testimonials",
        submission({ email: "someone-else@store.test" })
      )
    )
    const admin = await adminClient()
    const read = await expectOk(
      admin.get<{ testimonial: object }>(
        `/admin/testimonials/${testimonial.id}`
      )
    )
    expect(read.testimonial).toMatchObject({
      email: customer.email,
      customer_id: customer.id,
      source: "customer",
      verified: false,
    })
  })

  it("verifies a customer with a completed order: at submission, or later at approval", async () => {
    const customer = await freshCustomer()
    const early = await expectOk(
      customer.client.post<StoreTestimonialSubmittedResponse>(
        "/store/testimonials",
        submission()
      )
    )
    expect(early.testimonial.verified).toBe(false)
    const sdk = storefront()
    await sdk.auth.login("customer", "emailpass", {
      email: customer.email,
      password: customer.password,
    })
    const { cart } = await cartReadyToPay({ sdk, email: customer.email })
    const order = await completeCart(sdk, cart.id)
    const admin = await adminClient()
    await expectOk(admin.post(`/admin/orders/${order.id}/complete`))
    const late = await expectOk(
      customer.client.post<StoreTestimonialSubmittedResponse>(
        "/store/testimonials",
        submission()
      )
    )
    expect(late.testimonial.verified).toBe(true)
    const approved = await expectOk(
      admin.post<{ testimonial: object }>(
        `/admin/testimonials/${early.testimonial.id}/approve`
      )
    )
    expect(approved.testimonial).toMatchObject({
      verified: true,
      status: "approved",
    })
  })

  it("names a product that does not exist", async () => {
    const { status, body } = await storeClient().post(
      "/store/testimonials",
      submission({ product_id: "prod_unknown" })
    )
    expect(status).toBe(400)
    expect(body.message).toContain("product_id")
  })

  // The attack: one machine floods the moderator.
  it("stops an ip after 5 an hour, also when all come at once, and says when to come back", async () => {
    const client = storeClient({ ip: "203.0.113.77" })
    const replies = await Promise.all(
      Array.from({ length: 12 }, () =>
        client.post("/store/testimonials", submission())
      )
    )
    const statuses = replies.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(7)
    const refused = replies.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(3000)
  })

  // The attack: the same, with a forged X-Forwarded-For on every request.
  it("counts the last hop before the trusted proxy, not what the client puts before it", async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      const client = storeClient({ ip: `10.9.8.${attempt}, 203.0.113.78` })
      statuses.push(
        (await client.post("/store/testimonials", submission())).status
      )
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429])
  })

  it("stops an e-mail address after 3 a day, from any ip and in any case", async () => {
    const email = `${randomUUID()}@store.test`
    const statuses: number[] = []
    for (const address of [email, email.toUpperCase(), email, email]) {
      const reply = await storeClient().post(
        "/store/testimonials",
        submission({ email: address })
      )
      statuses.push(reply.status)
    }
    expect(statuses).toEqual([201, 201, 201, 429])
  })
})
