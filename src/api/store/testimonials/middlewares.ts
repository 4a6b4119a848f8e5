import {
  authenticate,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { featureOptions } from "../../../config/suite-options"
import { countedIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { validateBody, validateQuery } from "../../utils/validate"
import { requireConsent } from "./require-consent"
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
        key: countedIp,
      }),
      validateBody(StoreCreateTestimonial),
      requireConsent,
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

/**
 * Medusa takes the locale out of `req.query`. What it put into `req.locale` is no filter: it
 * may come from the header that a storefront sends with every request.
 */
function restoreLocale(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const [, query] = req.originalUrl.split("?")
  const locale = new URLSearchParams(query).get("locale")
  if (locale !== null) {
    req.query.locale = locale
  }
  next()
}

function submitterEmail(req: MedusaRequest): string | undefined {
  return (req.validatedBody as StoreCreateTestimonialType).email
}
