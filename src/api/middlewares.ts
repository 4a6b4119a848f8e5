import { defineMiddlewares } from "@medusajs/framework/http"
import { adminJobsMiddlewares } from "./admin/jobs/middlewares"
import { adminPaymentWebhooksMiddlewares } from "./admin/payment-webhooks/middlewares"
import { adminTestimonialsMiddlewares } from "./admin/testimonials/middlewares"
import { hooksMiddlewares } from "./hooks/middlewares"
import { storeTestimonialsMiddlewares } from "./store/testimonials/middlewares"
import { suiteErrorHandler } from "./utils/error-handler"
import { guardRequests } from "./utils/request-guard"

guardRequests()

export default defineMiddlewares({
  errorHandler: suiteErrorHandler,
  routes: [
    ...adminJobsMiddlewares,
    ...hooksMiddlewares,
    ...adminPaymentWebhooksMiddlewares,
    ...adminTestimonialsMiddlewares,
    ...storeTestimonialsMiddlewares,
  ],
})
