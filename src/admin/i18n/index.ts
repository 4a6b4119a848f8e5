import { commerceSuiteDe } from "./commerce-suite/de"
import { commerceSuiteEn } from "./commerce-suite/en"
import { paymentWebhooksDe } from "./payment-webhooks/de"
import { paymentWebhooksEn } from "./payment-webhooks/en"
import { testimonialsDe } from "./testimonials/de"
import { testimonialsEn } from "./testimonials/en"

/** Texts by language and feature. What a namespace lacks, such as `actions.save`, comes from the dashboard's own texts. */
export default {
  en: {
    commerceSuite: commerceSuiteEn,
    paymentWebhooks: paymentWebhooksEn,
    testimonials: testimonialsEn,
  },
  de: {
    commerceSuite: commerceSuiteDe,
    paymentWebhooks: paymentWebhooksDe,
    testimonials: testimonialsDe,
  },
}
