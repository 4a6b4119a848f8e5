import { accountsDe } from "./accounts/de"
import { accountsEn } from "./accounts/en"
import { cashOnDeliveryDe } from "./cash-on-delivery/de"
import { cashOnDeliveryEn } from "./cash-on-delivery/en"
import { commerceSuiteDe } from "./commerce-suite/de"
import { commerceSuiteEn } from "./commerce-suite/en"
import { digitalProductsDe } from "./digital-products/de"
import { digitalProductsEn } from "./digital-products/en"
import { jobsDe } from "./jobs/de"
import { jobsEn } from "./jobs/en"
import { loginEventsDe } from "./login-events/de"
import { loginEventsEn } from "./login-events/en"
import { messagesDe } from "./messages/de"
import { messagesEn } from "./messages/en"
import { messageSuppressionsDe } from "./messages/suppressions-de"
import { messageSuppressionsEn } from "./messages/suppressions-en"
import { paymentTransactionsDe } from "./payment-transactions/de"
import { paymentTransactionsEn } from "./payment-transactions/en"
import { paymentWebhooksDe } from "./payment-webhooks/de"
import { paymentWebhooksEn } from "./payment-webhooks/en"
import { reconciliationDe } from "./reconciliation/de"
import { reconciliationEn } from "./reconciliation/en"
import { sessionsDe } from "./sessions/de"
import { sessionsEn } from "./sessions/en"
import { signInDe } from "./sign-in/de"
import { signInEn } from "./sign-in/en"
import { testimonialsDe } from "./testimonials/de"
import { testimonialsEn } from "./testimonials/en"
import { twoFactorDe } from "./two-factor/de"
import { twoFactorEn } from "./two-factor/en"

/** Texts by language and feature. What a namespace lacks, such as `actions.save`, comes from the dashboard's own texts. */
export default {
  en: {
    accounts: accountsEn,
    cashOnDelivery: cashOnDeliveryEn,
    commerceSuite: commerceSuiteEn,
    digitalProducts: digitalProductsEn,
    jobs: jobsEn,
    loginEvents: loginEventsEn,
    messages: messagesEn,
    messageSuppressions: messageSuppressionsEn,
    paymentTransactions: paymentTransactionsEn,
    paymentWebhooks: paymentWebhooksEn,
    reconciliation: reconciliationEn,
    sessions: sessionsEn,
    testimonials: testimonialsEn,
    translation: signInEn,
    twoFactor: twoFactorEn,
  },
  de: {
    accounts: accountsDe,
    cashOnDelivery: cashOnDeliveryDe,
    commerceSuite: commerceSuiteDe,
    digitalProducts: digitalProductsDe,
    jobs: jobsDe,
    loginEvents: loginEventsDe,
    messages: messagesDe,
    messageSuppressions: messageSuppressionsDe,
    paymentTransactions: paymentTransactionsDe,
    paymentWebhooks: paymentWebhooksDe,
    reconciliation: reconciliationDe,
    sessions: sessionsDe,
    testimonials: testimonialsDe,
    translation: signInDe,
    twoFactor: twoFactorDe,
  },
}
