import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { TESTIMONIALS_MODULE } from ".."
import Testimonial from "../models/testimonial"
import TestimonialInvite from "../models/testimonial-invite"
import type TestimonialsModuleService from "../service"

const NOW = new Date("2026-11-21T12:00:00Z")
const page = { limit: 100, offset: 0, now: NOW }
const PLACEMENTS = [[], ["home"], ["home", "product"], ["checkout"]]
const WINDOWS = [
  {},
  { publish_from: new Date("2026-11-21T11:00:00Z") },
  { publish_until: new Date("2026-11-21T12:00:00Z") },
  { publish_from: new Date("2026-11-22T00:00:00Z") },
]

const row = (fields: object = {}) => ({
  name: "Asha Rao",
  feedback: "Good.",
  rating: 5,
  source: "guest" as const,
  status: "approved" as const,
  placements: [] as string[],
  ...fields,
})

moduleIntegrationTestRunner<TestimonialsModuleService>({
  moduleName: TESTIMONIALS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [Testimonial, TestimonialInvite],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service }) => {
    describe("the published page", () => {
      it("counts and averages exactly what a full count finds, for every filter", async () => {
        const rows = Array.from({ length: 160 }, (_, index) =>
          row({
            rating: (index % 5) + 1,
            status: index % 7 === 0 ? "pending" : "approved",
            placements: PLACEMENTS[index % 4],
            locale: [null, "en", "hi"][index % 3],
            product_id: [null, "prod_1"][index % 2],
            ...WINDOWS[index % 11 < 4 ? index % 11 : 0],
          })
        )
        const created = await service.createTestimonials(rows)
        await service.softDeleteTestimonials(
          created.slice(0, 9).map(({ id }) => id)
        )
        await service.deleteTestimonials(
          created.slice(9, 15).map(({ id }) => id)
        )
        await service.updateTestimonials(
          created
            .slice(15, 40)
            .map(({ id }) => ({ id, rating: 1, placements: ["product"] }))
        )
        for (const placement of [
          undefined,
          "home",
          "product",
          "checkout",
        ] as const) {
          for (const locale of [undefined, "en", "hi"]) {
            for (const product_id of [undefined, "prod_1"]) {
              const filters = { placement, locale, product_id }
              const listed = await service.listPublished({
                ...page,
                ...filters,
                limit: 1000,
              })
              const ratings = listed.testimonials.map(({ rating }) => rating)
              const sum = ratings.reduce((total, rating) => total + rating, 0)
              expect([filters, listed.count]).toEqual([filters, ratings.length])
              expect(listed.average).toBeCloseTo(sum / ratings.length, 2)
            }
          }
        }
      })

      it("opens and closes the window at the very moment", async () => {
        await service.createTestimonials([
          row({ name: "opens", publish_from: NOW }),
          row({ name: "closes", publish_until: NOW }),
        ])
        const { testimonials } = await service.listPublished(page)
        expect(testimonials.map(({ name }) => name)).toEqual(["opens"])
      })
    })

    describe("a decision", () => {
      it("is reported by exactly one of eight that take it at once", async () => {
        const { id } = await service.createTestimonials(
          row({ status: "pending" })
        )
        const decision = {
          status: "approved" as const,
          reviewed_at: NOW,
          reviewed_by: "user_1",
        }
        const reports = await Promise.all(
          Array.from({ length: 8 }, () => service.updateStatus([id], decision))
        )
        expect(reports.flat()).toEqual([
          { id, status: "pending", reviewed_at: null, reviewed_by: null },
        ])
      })
    })

    describe("an invite", () => {
      it("is used by one testimonial, also after that was deleted", async () => {
        const first = await service.createTestimonials(
          row({ invite_id: "testinv_1" })
        )
        await expect(
          service.createTestimonials(row({ invite_id: "testinv_1" }))
        ).rejects.toThrow("invite_id")
        await service.softDeleteTestimonials([first.id])
        await expect(
          service.createTestimonials(row({ invite_id: "testinv_1" }))
        ).rejects.toThrow("invite_id")
      })
    })

    it("takes no rating outside 1 to 5, whoever writes it", async () => {
      await expect(
        service.createTestimonials(row({ rating: 6 }))
      ).rejects.toThrow()
    })
  },
})
