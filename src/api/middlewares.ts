import { defineMiddlewares } from "@medusajs/framework/http"
import { adminCashOnDeliveryMiddlewares } from "./admin/cash-on-delivery/middlewares"
import { adminDigitalProductsMiddlewares } from "./admin/digital-products/middlewares"
import { adminJobsMiddlewares } from "./admin/jobs/middlewares"
import { adminLoginEventsMiddlewares } from "./admin/login-events/middlewares"
import { adminMessagesMiddlewares } from "./admin/messages/middlewares"
import { adminSuppressionsMiddlewares } from "./admin/messages/suppressions/middlewares"
import { adminPaymentTransactionsMiddlewares } from "./admin/payment-transactions/middlewares"
import { adminReconciliationMiddlewares } from "./admin/reconciliation/middlewares"
import { adminTestimonialsMiddlewares } from "./admin/testimonials/middlewares"
import { adminUploadsMiddlewares } from "./admin/uploads/middlewares"
import { adminUsersMiddlewares } from "./admin/users/middlewares"
import { adminWorkflowsExecutionsMiddlewares } from "./admin/workflows-executions/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { storeCashOnDeliveryMiddlewares } from "./store/cash-on-delivery/middlewares"
import { storeCustomerCartsMiddlewares } from "./store/customer-carts/middlewares"
import { storeCustomersMiddlewares } from "./store/customers/middlewares"
import { storeDownloadsMiddlewares } from "./store/downloads/middlewares"
import { storeLoginEventsMiddlewares } from "./store/login-events/middlewares"
import { storeMessagesMiddlewares } from "./store/messages/middlewares"
import { storePaymentProvidersMiddlewares } from "./store/payment-providers/middlewares"
import { storePaymentTransactionsMiddlewares } from "./store/payment-transactions/middlewares"
import { storeCartsMiddlewares } from "./store/carts/middlewares"
import { adminPaymentWebhooksMiddlewares } from "./admin/payment-webhooks/middlewares"
import { authLoginEventsMiddlewares } from "./auth/login-events/middlewares"
import { messagesHooksMiddlewares } from "./hooks/messages/middlewares"
import { hooksMiddlewares } from "./hooks/middlewares"
import { storeRazorpayMiddlewares } from "./store/razorpay/middlewares"
import { storeTestimonialsMiddlewares } from "./store/testimonials/middlewares"
import { actorMiddlewares } from "./utils/actor"
import { suiteErrorHandler } from "./utils/error-handler"
import { inputGuardMiddlewares } from "./utils/input-guard"
import { guardRequests } from "./utils/request-guard"
import { observeRefusedTokens } from "./auth/login-events/observe-refused-tokens"

guardRequests()
observeRefusedTokens()

export default defineMiddlewares({
  errorHandler: suiteErrorHandler,
  routes: [
    ...inputGuardMiddlewares,
    ...actorMiddlewares,
    ...authLoginEventsMiddlewares,
    ...authMiddlewares,
    ...adminCashOnDeliveryMiddlewares,
    ...storeCashOnDeliveryMiddlewares,
    ...storeCustomerCartsMiddlewares,
    ...adminDigitalProductsMiddlewares,
    ...adminJobsMiddlewares,
    ...adminLoginEventsMiddlewares,
    ...adminMessagesMiddlewares,
    ...adminSuppressionsMiddlewares,
    ...adminPaymentTransactionsMiddlewares,
    ...hooksMiddlewares,
    ...messagesHooksMiddlewares,
    ...adminPaymentWebhooksMiddlewares,
    ...adminReconciliationMiddlewares,
    ...adminTestimonialsMiddlewares,
    ...storeDownloadsMiddlewares,
    ...adminUploadsMiddlewares,
    ...storeLoginEventsMiddlewares,
    ...adminUsersMiddlewares,
    ...adminWorkflowsExecutionsMiddlewares,
    ...storeCustomersMiddlewares,
    ...storeMessagesMiddlewares,
    ...storePaymentProvidersMiddlewares,
    ...storePaymentTransactionsMiddlewares,
    ...storeCartsMiddlewares,
    ...storeRazorpayMiddlewares,
    ...storeTestimonialsMiddlewares,
  ],
})
