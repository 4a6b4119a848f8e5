import { noBody } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import {
  AdminGetMessageNotes,
  AdminGetMessages,
  AdminSetMessagePreferences,
  AdminWriteMessage,
} from "./validators"

const PATH = "/admin/messages"

export const adminMessagesMiddlewares = featureRoutes("messages", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetMessages)],
  },
  {
    matcher: PATH,
    methods: ["POST"],
    middlewares: [validateBody(AdminWriteMessage)],
  },
  {
    matcher: `${PATH}/notes`,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetMessageNotes)],
  },
  {
    matcher: "/admin/customers/:id/message-preferences",
    methods: ["POST"],
    middlewares: [validateBody(AdminSetMessagePreferences)],
  },
  ...["resend", "cancel"].map((action) => ({
    matcher: `${PATH}/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateBody(noBody)],
  })),
])
