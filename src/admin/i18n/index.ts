import { commerceSuiteDe } from "./commerce-suite/de"
import { commerceSuiteEn } from "./commerce-suite/en"
import { paymentTransactionsDe } from "./payment-transactions/de"
import { paymentTransactionsEn } from "./payment-transactions/en"
import { testimonialsDe } from "./testimonials/de"
import { testimonialsEn } from "./testimonials/en"

/** Texts by language and feature. What a namespace lacks, such as `actions.save`, comes from the dashboard's own texts. */
export default {
  en: {
    commerceSuite: commerceSuiteEn,
    paymentTransactions: paymentTransactionsEn,
    testimonials: testimonialsEn,
  },
  de: {
    commerceSuite: commerceSuiteDe,
    paymentTransactions: paymentTransactionsDe,
    testimonials: testimonialsDe,
  },
}
