import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
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
    middlewares: [restoreLocale, validateQuery(StoreGetTestimonials)],
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

/** Medusa moves the locale, of the query or of its header, from `req.query` to `req.locale`. */
function restoreLocale(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  if (req.locale !== undefined) {
    req.query.locale = req.locale
  }
  next()
}

function submitterIp(req: MedusaRequest): string | undefined {
  const client = requestClientIp(req)
  return client.isStorefront ? undefined : client.key
}

function submitterEmail(req: MedusaRequest): string | undefined {
  return (req.validatedBody as StoreCreateTestimonialType).email
}
