import { noBody } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  AdminChangeDigitalGrant,
  AdminCreateDigitalFile,
  AdminCreateDigitalProduct,
  AdminGetDigitalGrants,
  AdminGetDigitalProducts,
  AdminImportLicenceKeys,
  AdminUpdateDigitalProduct,
} from "./validators"

const PATH = "/admin/digital-products"
const FILE = `${PATH}/:id/files/:file_id`

const post = (matcher: string, schema: Parameters<typeof validateBody>[0]) => ({
  matcher,
  methods: ["POST" as const],
  middlewares: [validateBody(schema)],
})

export const adminDigitalProductsMiddlewares = featureRoutes(
  "digital-products",
  [
    {
      matcher: PATH,
      methods: ["GET"],
      middlewares: [validateQuery(AdminGetDigitalProducts)],
    },
    post(PATH, AdminCreateDigitalProduct),
    post(`${PATH}/:id`, AdminUpdateDigitalProduct),
    post(`${PATH}/:id/files`, AdminCreateDigitalFile),
    // Streamed to where it is kept; no parser reads it first.
    { matcher: `${FILE}/content`, methods: ["PUT"], bodyParser: false },
    post(`${FILE}/check`, noBody),
    post(`${FILE}/announce`, noBody),
    {
      ...post(`${PATH}/:id/keys`, AdminImportLicenceKeys),
      bodyParser: { sizeLimit: "4mb" },
    },
    {
      matcher: `${PATH}/grants`,
      methods: ["GET"],
      middlewares: [validateQuery(AdminGetDigitalGrants)],
    },
    post(`${PATH}/grants/:id/revoke`, AdminChangeDigitalGrant),
    post(`${PATH}/grants/:id/regrant`, AdminChangeDigitalGrant),
  ]
)
