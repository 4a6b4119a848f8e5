import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { noBody } from "../../../utils/input"
import {
  AdminCreateTestimonial,
  AdminCreateTestimonialInvite,
  AdminGetTestimonialInvites,
  AdminGetTestimonials,
  AdminTestimonialIds,
  AdminUpdateTestimonial,
} from "./validators"

const PATH = "/admin/testimonials"

const bodies = {
  [PATH]: AdminCreateTestimonial,
  [`${PATH}/approve`]: AdminTestimonialIds,
  [`${PATH}/reject`]: AdminTestimonialIds,
  [`${PATH}/reorder`]: AdminTestimonialIds,
  [`${PATH}/invites`]: AdminCreateTestimonialInvite,
  [`${PATH}/:id/approve`]: noBody,
  [`${PATH}/:id/reject`]: noBody,
  [`${PATH}/:id/restore`]: noBody,
}

export const adminTestimonialsMiddlewares = featureRoutes("testimonials", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetTestimonials)],
  },
  {
    matcher: `${PATH}/invites`,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetTestimonialInvites)],
  },
  ...Object.entries(bodies).map(([matcher, schema]) => ({
    matcher,
    methods: ["POST" as const],
    middlewares: [validateBody(schema)],
  })),
  {
    // A parameter would match the sibling actions too, whose bodies are others. Like Express: any case, a slash at the end.
    matcher:
      /^\/admin\/testimonials\/(?!(approve|reject|reorder|invites)\/?$)[^/]+\/?$/i,
    methods: ["POST"],
    middlewares: [validateBody(AdminUpdateTestimonial)],
  },
])
