import { featureOptions, isOff } from "../../config/suite-options"
import { featureRoutes } from "../utils/feature-routes"

/**
 * Medusa has a body parser for this path already, with its limit of 100 kB, and takes the first
 * that fits. It sorts those without a parameter before those with one, and judges by a segment's
 * first character: written as a group, the same parameter comes first.
 */
const BEFORE_MEDUSAS_OWN = "/hooks/payment/{:provider}"

export const hooksMiddlewares = featureRoutes(
  "payment-webhooks",
  isOff("payment-webhooks")()
    ? []
    : [
        {
          matcher: BEFORE_MEDUSAS_OWN,
          methods: ["POST"],
          bodyParser: {
            preserveRawBody: true,
            sizeLimit: featureOptions("payment-webhooks").maxBodyBytes,
          },
        },
      ]
)
