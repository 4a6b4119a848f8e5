import type { AdminTestimonialInvitesResponse } from "../../../src/types/testimonials"
import { adminClient, freshCustomer, storeClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { createProduct } from "../../helpers/products"
import { createInvite, submission } from "../../helpers/testimonials"

const submit = (invite_token: string, fields: object = {}) =>
  storeClient().post(
    "/store/testimonials",
    submission({ invite_token, ...fields })
  )

describe("an invite link", () => {
  it("carries its token after the # and lets the invited submit, for the invite's product", async () => {
    const product = await createProduct({ stock: 1 })
    const { invite, url, token } = await createInvite({
      name: "Bo",
      email: "Bo@Store.TEST",
      product_id: product.id,
    })
    expect(url).toMatch(/\/testimonials\/invite#token=/)
    const { status, body } = await submit(token, { email: undefined })
    expect([status, body]).toEqual([
      201,
      { testimonial: expect.objectContaining({ product_id: product.id }) },
    ])
    const admin = await adminClient()
    const { invites } = await expectOk(
      admin.get<AdminTestimonialInvitesResponse>("/admin/testimonials/invites")
    )
    const used = invites.find(({ id }) => id === invite.id)
    expect(used).toMatchObject({
      used_at: expect.any(String),
      email: "bo@store.test",
    })
  })

  // The attack: one link, passed around or clicked twice, fills the shop with praise.
  it("works once in a row", async () => {
    const { token } = await createInvite()
    expect((await submit(token)).status).toBe(201)
    const second = await submit(token)
    expect([second.status, second.body.message]).toEqual([
      400,
      expect.stringContaining("invite_token: this invite has been used"),
    ])
  })

  it("works once of eight at the same moment", async () => {
    const { token } = await createInvite()
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => submit(token))
    )
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, ...Array<number>(7).fill(400)])
  })

  it("stays used after the testimonial was deleted", async () => {
    const { token } = await createInvite()
    const { body } = await submit(token)
    const { id } = body.testimonial as { id: string }
    const admin = await adminClient()
    await expectOk(admin.delete(`/admin/testimonials/${id}`))
    expect((await submit(token)).status).toBe(400)
  })

  // The attack: using somebody else's invite to speak, verified, in their name.
  it("for one customer is refused to another who is signed in", async () => {
    const [invited, other] = [await freshCustomer(), await freshCustomer()]
    const { token } = await createInvite({ customer_id: invited.id })
    const body = submission({ invite_token: token })
    const stolen = await other.client.post("/store/testimonials", body)
    expect([stolen.status, stolen.body.message]).toEqual([
      400,
      expect.stringContaining("for another customer"),
    ])
    const own = await invited.client.post("/store/testimonials", body)
    expect(own.status).toBe(201)
  })

  // The attack: guessing, altering or prolonging a token.
  it("is refused when forged, altered, prolonged or withdrawn", async () => {
    const { invite, token } = await createInvite()
    const [id, expiry, signature = ""] = token.split(".")
    const forged = [
      "x",
      `${id}.${expiry}`,
      `${id}.${Number(expiry) + 86_400}.${signature}`,
      `testinv_other.${expiry}.${signature}`,
      `${id}.${expiry}.${"A".repeat(signature.length)}`,
    ]
    for (const attempt of forged) {
      const { status, body } = await submit(attempt)
      expect([attempt, status, body.message]).toEqual([
        attempt,
        400,
        expect.stringContaining("invite_token: this invite is not valid"),
      ])
    }
    const admin = await adminClient()
    await expectOk(admin.delete(`/admin/testimonials/invites/${invite.id}`))
    const withdrawn = await submit(token)
    expect([withdrawn.status, withdrawn.body.message]).toEqual([
      400,
      expect.stringContaining("was withdrawn"),
    ])
  })
})
