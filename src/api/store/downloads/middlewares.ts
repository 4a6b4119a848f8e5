import { authenticate } from "@medusajs/framework/http"
import { featureRoutes } from "../../utils/feature-routes"
import { limitDownloads } from "../../utils/limit-downloads"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  StoreCreateDownloadLink,
  StoreCreateDownloadLinkByToken,
  StoreGetDigitalProducts,
  StoreGetDownloads,
  StoreListDownloadsByToken,
} from "./validators"

const MINE = "/store/customers/me/downloads"
const loggedIn = authenticate("customer", ["session", "bearer"])

/** The suite's own page has no publishable key, so it has the same at a path of its own. */
const byToken = ["/store/downloads", "/downloads/access"].flatMap((path) => [
  {
    matcher: path,
    methods: ["POST" as const],
    middlewares: [limitDownloads, validateBody(StoreListDownloadsByToken)],
  },
  {
    matcher: `${path}/link`,
    methods: ["POST" as const],
    middlewares: [limitDownloads, validateBody(StoreCreateDownloadLinkByToken)],
  },
])

export const storeDownloadsMiddlewares = featureRoutes("digital-products", [
  {
    matcher: MINE,
    methods: ["GET"],
    middlewares: [loggedIn, validateQuery(StoreGetDownloads)],
  },
  {
    matcher: `${MINE}/:id/link`,
    methods: ["POST"],
    middlewares: [loggedIn, validateBody(StoreCreateDownloadLink)],
  },
  {
    matcher: "/store/digital-products",
    methods: ["GET"],
    middlewares: [validateQuery(StoreGetDigitalProducts)],
  },
  {
    matcher: "/downloads/files/:token",
    methods: ["GET"],
    middlewares: [limitDownloads],
  },
  ...byToken,
])
