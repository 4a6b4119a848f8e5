import { featureOptions } from "../../config/suite-options"
import { countedIp } from "./client-ip"
import { rateLimit } from "./rate-limit"

/** Tokens are too long to be guessed; this keeps who tries from costing much. */
export const limitDownloads = rateLimit({
  limit: () => ({
    name: "digital-products.token.ip",
    ...featureOptions("digital-products").requestsPerIp,
  }),
  key: countedIp,
})
