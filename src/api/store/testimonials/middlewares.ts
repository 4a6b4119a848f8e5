import { authenticate, type MedusaRequest } from "@medusajs/framework/http"
import { featureOptions } from "../../../config/suite-options"
import { requestClientIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { validateBody, validateQuery } from "../../utils/validate"
import { requireSubmitterEmail } from "./require-submitter-email"
import {
  StoreCreateTestimonial,
  type StoreCreateTestimonialType,
  StoreGetTestimonials,
} from "./validators"

export const storeTestimonialsMiddlewares = featureRoutes("testimonials", [
  {
    matcher: "/store/testimonials",
    methods: ["GET"],
    middlewares: [validateQuery(StoreGetTestimonials)],
  },
  {
    matcher: "/store/testimonials",
    methods: ["POST"],
    bodyParser: { sizeLimit: "32kb" },
    middlewares: [
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
      rateLimit({
        limit: () => ({
          name: "testimonials.submit.ip",
          ...featureOptions("testimonials").submissionsPerIp,
        }),
        key: submitterIp,
      }),
      validateBody(StoreCreateTestimonial),
      requireSubmitterEmail,
      rateLimit({
        limit: () => ({
          name: "testimonials.submit.email",
          ...featureOptions("testimonials").submissionsPerEmail,
        }),
        key: submitterEmail,
      }),
    ],
  },
])

function submitterIp(req: MedusaRequest): string | undefined {
  const client = requestClientIp(req)
  return client.isStorefront ? undefined : client.key
}

function submitterEmail(req: MedusaRequest): string | undefined {
  return (req.validatedBody as StoreCreateTestimonialType).email
}
