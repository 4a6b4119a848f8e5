import { featureRoutes } from "../../utils/feature-routes"

/** SendGrid's batches have up to 768 kB; one of Twilio's reports is a short form. */
const SIZE_LIMITS = { sendgrid: "1mb", twilio: "16kb" }

/** Signatures are checked over the bytes as they came. */
export const messagesHooksMiddlewares = featureRoutes(
  "messages",
  Object.entries(SIZE_LIMITS).map(([vendor, sizeLimit]) => ({
    matcher: `/hooks/messages/${vendor}`,
    methods: ["POST" as const],
    bodyParser: { preserveRawBody: true, sizeLimit },
  }))
)
