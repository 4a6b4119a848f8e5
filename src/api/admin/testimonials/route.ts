import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  defineFileConfig,
} from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type {
  AdminTestimonial,
  AdminTestimonialResponse,
  AdminTestimonialsResponse,
} from "../../../types/testimonials"
import { createTestimonialWorkflow } from "../../../workflows/testimonials"
import { listFilters, listOrder } from "./list-filters"
import { adminTestimonialFields } from "./query-config"
import { readTestimonial } from "./read-testimonials"
import type {
  AdminCreateTestimonialType,
  AdminGetTestimonialsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTestimonialsResponse>
) {
  const { limit, offset, order, ...filters } =
    req.validatedQuery as AdminGetTestimonialsType
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "testimonial",
    fields: adminTestimonialFields,
    filters: listFilters(filters),
    pagination: { take: limit, skip: offset, order: listOrder(order) },
  })
  const testimonials = data as unknown as AdminTestimonial[]
  res.json({ testimonials, count: metadata?.count ?? 0, limit, offset })
}

export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateTestimonialType>,
  res: MedusaResponse<AdminTestimonialResponse>
) {
  const { result } = await createTestimonialWorkflow(req.scope).run({
    input: { ...req.validatedBody, source: "admin" },
  })
  res
    .status(201)
    .json({ testimonial: await readTestimonial(req.scope, result.id) })
}
