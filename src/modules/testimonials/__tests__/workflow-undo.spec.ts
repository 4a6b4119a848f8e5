import path from "node:path"
import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { TESTIMONIALS_MODULE } from ".."
import { createTestimonialInviteStep } from "../../../workflows/testimonials/steps/create-testimonial-invite"
import { createTestimonialsStep } from "../../../workflows/testimonials/steps/create-testimonials"
import { updateTestimonialsStatusStep } from "../../../workflows/testimonials/steps/update-testimonials-status"
import { deleteTestimonialInviteStep } from "../../../workflows/testimonials/steps/delete-testimonial-invite"
import { deleteTestimonialsStep } from "../../../workflows/testimonials/steps/delete-testimonials"
import { reorderTestimonialsStep } from "../../../workflows/testimonials/steps/reorder-testimonials"
import { restoreTestimonialsStep } from "../../../workflows/testimonials/steps/restore-testimonials"
import { updateTestimonialStep } from "../../../workflows/testimonials/steps/update-testimonial"
import { updateTestimonialsVerifiedStep } from "../../../workflows/testimonials/steps/update-testimonials-verified"
import Testimonial from "../models/testimonial"
import TestimonialInvite from "../models/testimonial-invite"
import type TestimonialsModuleService from "../service"

const failStep = createStep("fail", async () => {
  throw new Error("a later step failed")
})

const row = (id: string, fields: object = {}) => ({
  id,
  name: "Asha Rao",
  feedback: "Good.",
  rating: 5,
  source: "customer" as const,
  customer_id: "cus_1",
  placements: ["home"],
  ...fields,
})

const REVIEW = { reviewed_at: new Date("2026-11-21"), reviewed_by: "user_1" }

// Each step has an input type of its own.
type Step = (input: never) => unknown

/** Each step that changes something, and an input that makes it do so. */
const steps: [string, Step, unknown][] = [
  [
    "create",
    createTestimonialsStep,
    [row("testi_new", { status: "approved" })],
  ],
  [
    "update",
    updateTestimonialStep,
    {
      id: "testi_1",
      name: "Bo",
      rating: 1,
      placements: [],
      publish_until: REVIEW.reviewed_at,
    },
  ],
  [
    "approve",
    updateTestimonialsStatusStep,
    { ids: ["testi_1", "testi_2"], status: "approved", ...REVIEW },
  ],
  ["reorder", reorderTestimonialsStep, ["testi_2", "testi_1"]],
  ["delete", deleteTestimonialsStep, ["testi_1", "testi_2"]],
  ["restore", restoreTestimonialsStep, ["testi_gone", "testi_1"]],
  [
    "verify",
    updateTestimonialsVerifiedStep,
    { ids: ["testi_1", "testi_2"], customer_ids: ["cus_1"] },
  ],
  ["invite", createTestimonialInviteStep, { expires_at: REVIEW.reviewed_at }],
  ["withdraw an invite", deleteTestimonialInviteStep, "testinv_1"],
]

moduleIntegrationTestRunner<TestimonialsModuleService>({
  moduleName: TESTIMONIALS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [Testimonial, TestimonialInvite],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service }) => {
    /** All that a shopper or a merchant could notice; deleted rows too. */
    async function everything() {
      const all = { order: { id: "ASC" as const }, withDeleted: true }
      const rows = await service.listTestimonials({}, all)
      const invites = await service.listTestimonialInvites({}, all)
      const { count, average } = await service.listPublished({
        limit: 1,
        offset: 0,
        now: new Date(),
      })
      const visible = (entry: object) => ({
        ...entry,
        updated_at: undefined,
        deleted_at: "deleted_at" in entry && entry.deleted_at !== null,
      })
      return {
        rows: rows.map(visible),
        invites: invites.map(visible),
        count,
        average,
      }
    }

    beforeEach(async () => {
      await service.createTestimonials([
        row("testi_1"),
        row("testi_2", { status: "approved", verified: true, position: 7 }),
        row("testi_gone", { status: "approved" }),
      ])
      await service.softDeleteTestimonials(["testi_gone"])
      await service.createTestimonialInvites({
        id: "testinv_1",
        expires_at: REVIEW.reviewed_at,
      })
    })

    it.each(steps)(
      "undoes the step %s when a later one fails",
      async (name, step, input) => {
        let changed: unknown
        const lookStep = createStep("look", async () => {
          changed = await everything()
        })
        const workflow = createWorkflow(
          `undo-${name.replaceAll(" ", "-")}`,
          () => {
            step(input as never)
            lookStep()
            failStep()
            return new WorkflowResponse(undefined)
          }
        )
        const container = createMedusaContainer()
        container.register(TESTIMONIALS_MODULE, asValue(service))
        const before = await everything()
        await expect(workflow(container).run()).rejects.toMatchObject({
          message: "a later step failed",
        })
        expect(changed).not.toEqual(before)
        expect(await everything()).toEqual(before)
      }
    )
  },
})
