import { noBody } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { AdminGetMessages } from "./validators"

const PATH = "/admin/messages"

export const adminMessagesMiddlewares = featureRoutes("messages", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetMessages)],
  },
  ...["resend", "cancel"].map((action) => ({
    matcher: `${PATH}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateBody(noBody)],
  })),
])
