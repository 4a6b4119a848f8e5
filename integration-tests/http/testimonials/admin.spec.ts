import { randomUUID } from "node:crypto"
import type {
  AdminTestimonialResponse,
  AdminTestimonialsResponse,
} from "../../../src/types/testimonials"
import { adminClient, freshCustomer } from "../../helpers/clients"
import { expectOk, type HttpClient } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { createTestimonial, listPublished } from "../../helpers/testimonials"

const PATH = "/admin/testimonials"

describe(PATH, () => {
  let admin: HttpClient
  beforeAll(async () => {
    admin = await adminClient()
  })
  const list = (query: string) =>
    expectOk(admin.get<AdminTestimonialsResponse>(`${PATH}?${query}`))

  it("searches, filters, sorts and pages", async () => {
    const word = randomUUID()
    for (const rating of [2, 5, 3]) {
      await createTestimonial({
        feedback: `Fine ${word}`,
        rating,
        placements: rating > 2 ? ["home"] : ["checkout"],
      })
    }
    const sorted = await list(`q=${word}&order=-rating`)
    expect(sorted.testimonials.map(({ rating }) => rating)).toEqual([5, 3, 2])
    const home = await list(
      `q=${word}&placement=home&status=pending&order=rating&limit=1&offset=1`
    )
    expect([home.count, home.testimonials[0]?.rating]).toEqual([2, 5])
    expect(
      (await list(`q=${word}&status=approved&status=rejected`)).count
    ).toBe(0)
  })

  it("shows the linked product and customer", async () => {
    const [product, customer] = [
      await createProduct({ stock: 1 }),
      await freshCustomer(),
    ]
    const { id } = await createTestimonial({
      product_id: product.id,
      customer_id: customer.id,
    })
    const { testimonial } = await expectOk(
      admin.get<AdminTestimonialResponse>(`${PATH}/${id}`)
    )
    expect(testimonial.product?.title).toBe(product.title)
    expect(testimonial.customer?.email).toBe(customer.email)
    expect(
      (await list(`product_id=${product.id}&customer_id=${customer.id}`)).count
    ).toBe(1)
  })

  it("approves and rejects in bulk, and answers with those it changed", async () => {
    const [first, second] = [
      await createTestimonial(),
      await createTestimonial(),
    ]
    await expectOk(admin.post(`${PATH}/${first.id}/approve`))
    const ids = [first.id, second.id]
    const approved = await expectOk(
      admin.post<AdminTestimonialsResponse>(`${PATH}/approve`, { ids })
    )
    expect(approved.testimonials.map(({ id }) => id)).toEqual([second.id])
    const rejected = await expectOk(
      admin.post<AdminTestimonialsResponse>(`${PATH}/reject`, { ids })
    )
    expect(
      rejected.testimonials.map(({ status, reviewed_by }) => [
        status,
        Boolean(reviewed_by),
      ])
    ).toEqual([
      ["rejected", true],
      ["rejected", true],
    ])
  })

  it("changes none of a bulk when one id does not exist", async () => {
    const { id } = await createTestimonial()
    const { status, body } = await admin.post(`${PATH}/approve`, {
      ids: [id, "testi_nobody"],
    })
    expect([status, body.message]).toEqual([
      404,
      expect.stringContaining("testi_nobody"),
    ])
    const { testimonial } = await expectOk(
      admin.get<AdminTestimonialResponse>(`${PATH}/${id}`)
    )
    expect(testimonial.status).toBe("pending")
  })

  it("follows exactly one of eight contrary decisions taken at once", async () => {
    const { id } = await createTestimonial()
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        admin.post<AdminTestimonialsResponse>(
          `${PATH}/${index % 2 ? "approve" : "reject"}`,
          { ids: [id] }
        )
      )
    )
    expect(replies.every(({ status }) => status === 200)).toBe(true)
    const { testimonial } = await expectOk(
      admin.get<AdminTestimonialResponse>(`${PATH}/${id}`)
    )
    expect(["approved", "rejected"]).toContain(testimonial.status)
  })

  it("reorders: what is listed comes first in the store, what is not, and what comes later, after it", async () => {
    const product_id = (await createProduct({ stock: 1 })).id
    const make = async () =>
      (await createTestimonial({ product_id }, { approved: true })).id
    const [first, second, third] = [await make(), await make(), await make()]
    await expectOk(admin.post(`${PATH}/reorder`, { ids: [second, first] }))
    const latest = await make()
    const { testimonials } = await listPublished(`product_id=${product_id}`)
    expect(testimonials.map(({ id }) => id)).toEqual([
      second,
      first,
      latest,
      third,
    ])
  })

  it("refuses a window that ends before it begins, in one request or over two", async () => {
    const from = "2026-06-01T00:00:00Z"
    const until = "2026-05-01T00:00:00Z"
    const { id } = await createTestimonial()
    const both = await admin.post(`${PATH}/${id}`, {
      publish_from: from,
      publish_until: until,
    })
    await expectOk(admin.post(`${PATH}/${id}`, { publish_from: from }))
    const later = await admin.post(`${PATH}/${id}`, { publish_until: until })
    for (const { status, body } of [both, later]) {
      expect([status, body.message]).toEqual([
        400,
        expect.stringContaining("publish_until"),
      ])
    }
  })

  it("answers 404 for what does not exist", async () => {
    const paths = [
      `${PATH}/testi_nobody`,
      `${PATH}/testi_nobody/approve`,
      `${PATH}/testi_nobody/restore`,
    ]
    const replies = [
      await admin.get(paths[0]!),
      await admin.post(paths[0]!, { rating: 1 }),
      await admin.delete(paths[0]!),
      await admin.post(paths[1]!),
      await admin.post(paths[2]!),
      await admin.delete(`${PATH}/invites/testinv_nobody`),
    ]
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404))
  })
})
