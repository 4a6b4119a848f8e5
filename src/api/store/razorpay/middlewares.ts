import { retrieveTransformQueryConfig } from "@medusajs/medusa/api/store/orders/query-config"
import { StoreGetOrderParams } from "@medusajs/medusa/api/store/orders/validators"
import {
  authenticate,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { featureOptions } from "../../../config/suite-options"
import { countedIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { validateBody } from "../../utils/validate"
import { StoreVerifyRazorpay } from "./validators"

export const storeRazorpayMiddlewares = featureRoutes("razorpay", [
  {
    matcher: "/store/razorpay/verify",
    methods: ["POST"],
    bodyParser: { sizeLimit: "8kb" },
    middlewares: [
      authenticate("customer", ["session", "bearer"], {
        allowUnauthenticated: true,
      }),
      rateLimit({
        limit: () => ({
          name: "razorpay.verify.ip",
          ...featureOptions("razorpay").verificationsPerIp,
        }),
        key: countedIp,
      }),
      validateBody(StoreVerifyRazorpay),
      // As for Medusa's own route, which answers.
      validateAndTransformQuery(
        StoreGetOrderParams,
        retrieveTransformQueryConfig
      ),
    ],
  },
])
