import { container } from "@medusajs/framework"
import { defineMiddlewares } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { suiteOptions } from "../config/suite-options"
import { adminAccountsMiddlewares } from "./admin/accounts/middlewares"
import { adminCashOnDeliveryMiddlewares } from "./admin/cash-on-delivery/middlewares"
import { adminDigitalProductsMiddlewares } from "./admin/digital-products/middlewares"
import { adminJobsMiddlewares } from "./admin/jobs/middlewares"
import { adminLoginEventsMiddlewares } from "./admin/login-events/middlewares"
import { adminMessagesMiddlewares } from "./admin/messages/middlewares"
import { adminSuppressionsMiddlewares } from "./admin/messages/suppressions/middlewares"
import { adminPaymentTransactionsMiddlewares } from "./admin/payment-transactions/middlewares"
import { adminReconciliationMiddlewares } from "./admin/reconciliation/middlewares"
import { adminSessionsMiddlewares } from "./admin/sessions/middlewares"
import { adminTestimonialsMiddlewares } from "./admin/testimonials/middlewares"
import { adminTwoFactorMiddlewares } from "./admin/two-factor/middlewares"
import { adminUploadsMiddlewares } from "./admin/uploads/middlewares"
import { adminUsersMiddlewares } from "./admin/users/middlewares"
import { adminWorkflowsExecutionsMiddlewares } from "./admin/workflows-executions/middlewares"
import {
  authAccountsFirst,
  authAccountsMiddlewares,
} from "./auth/accounts/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { authTwoFactorMiddlewares } from "./auth/two-factor/middlewares"
import { storeAccountsMiddlewares } from "./store/accounts/middlewares"
import { storeCashOnDeliveryMiddlewares } from "./store/cash-on-delivery/middlewares"
import { storeCustomerCartsMiddlewares } from "./store/customer-carts/middlewares"
import { storeCustomersMiddlewares } from "./store/customers/middlewares"
import { storeTwoFactorMiddlewares } from "./store/customers/me/two-factor/middlewares"
import { storeDownloadsMiddlewares } from "./store/downloads/middlewares"
import { storeLoginEventsMiddlewares } from "./store/login-events/middlewares"
import { storeMessagesMiddlewares } from "./store/messages/middlewares"
import { storeOrderAccessMiddlewares } from "./store/order-access/middlewares"
import { storePaymentProvidersMiddlewares } from "./store/payment-providers/middlewares"
import { storePaymentTransactionsMiddlewares } from "./store/payment-transactions/middlewares"
import { storeCartsMiddlewares } from "./store/carts/middlewares"
import { adminPaymentWebhooksMiddlewares } from "./admin/payment-webhooks/middlewares"
import { authLoginEventsMiddlewares } from "./auth/login-events/middlewares"
import { authSessionsMiddlewares } from "./auth/sessions/middlewares"
import { messagesHooksMiddlewares } from "./hooks/messages/middlewares"
import { hooksMiddlewares } from "./hooks/middlewares"
import { storeRazorpayMiddlewares } from "./store/razorpay/middlewares"
import { storeSessionsMiddlewares } from "./store/sessions/middlewares"
import { storeTestimonialsMiddlewares } from "./store/testimonials/middlewares"
import { actorMiddlewares } from "./utils/actor"
import { suiteErrorHandler } from "./utils/error-handler"
import { inputGuardMiddlewares } from "./utils/input-guard"
import { guardRequests } from "./utils/request-guard"
import { shareKeyLookups } from "./utils/share-key-lookups"
import { observeRefusedTokens } from "./auth/login-events/observe-refused-tokens"

guardRequests()
observeRefusedTokens()
const guards = suiteOptions()["request-guards"]
if (guards && guards.shareKeyLookups) {
  shareKeyLookups(container.resolve(ContainerRegistrationKeys.QUERY))
}

export default defineMiddlewares({
  errorHandler: suiteErrorHandler,
  routes: [
    ...inputGuardMiddlewares,
    ...actorMiddlewares,
    ...authLoginEventsMiddlewares,
    ...authSessionsMiddlewares,
    ...authAccountsFirst,
    ...authMiddlewares,
    ...authTwoFactorMiddlewares,
    ...authAccountsMiddlewares,
    ...adminAccountsMiddlewares,
    ...storeAccountsMiddlewares,
    ...adminTwoFactorMiddlewares,
    ...storeTwoFactorMiddlewares,
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
    ...adminSessionsMiddlewares,
    ...adminTestimonialsMiddlewares,
    ...storeDownloadsMiddlewares,
    ...adminUploadsMiddlewares,
    ...storeLoginEventsMiddlewares,
    ...adminUsersMiddlewares,
    ...adminWorkflowsExecutionsMiddlewares,
    ...storeCustomersMiddlewares,
    ...storeMessagesMiddlewares,
    ...storeOrderAccessMiddlewares,
    ...storePaymentProvidersMiddlewares,
    ...storePaymentTransactionsMiddlewares,
    ...storeCartsMiddlewares,
    ...storeRazorpayMiddlewares,
    ...storeSessionsMiddlewares,
    ...storeTestimonialsMiddlewares,
  ],
})
