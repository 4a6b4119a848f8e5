import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
} from "@medusajs/framework/http"
import { noBody } from "../../../utils/input"
import { featureRoutes } from "../../utils/feature-routes"
import { validateBody, validateQuery } from "../../utils/validate"
import { rateLimit } from "../../utils/rate-limit"
import {
  AdminGetMessageNotes,
  AdminGetMessages,
  AdminPreviewMessage,
  AdminSaveMessageBrand,
  AdminSendTestMessage,
  AdminSetMessagePreferences,
  AdminWriteMessage,
} from "./validators"

const PATH = "/admin/messages"

/** A stolen login must not make the store's mail server write to strangers. */
const testLimit = () => ({
  name: "messages.test",
  points: 20,
  seconds: 60 * 60,
})

const adminOf = (req: MedusaRequest) =>
  (req as AuthenticatedMedusaRequest).auth_context?.actor_id

export const adminMessagesMiddlewares = featureRoutes("messages", [
  {
    matcher: PATH,
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetMessages)],
  },
  {
    matcher: `${PATH}/brand`,
    methods: ["POST"],
    middlewares: [validateBody(AdminSaveMessageBrand)],
  },
  {
    matcher: `${PATH}/preview`,
    methods: ["GET"],
    middlewares: [validateQuery(AdminPreviewMessage)],
  },
  {
    matcher: `${PATH}/preview/send`,
    methods: ["POST"],
    middlewares: [
      validateBody(AdminSendTestMessage),
      rateLimit({ limit: testLimit, key: adminOf }),
    ],
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
