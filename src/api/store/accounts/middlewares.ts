import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaRequest,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { countedIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { signedIn } from "../../utils/signed-in"
import { noBody } from "../../../utils/input"
import { validateBody } from "../../utils/validate"
import { refuseWeakChoice } from "./refuse-weak-choice"
import {
  StoreChangeEmail,
  StoreChangePassword,
  StoreConfirmEmail,
  StoreDeleteAccount,
  StoreVerifyEmail,
} from "./validators"

const loggedIn = authenticate("customer", ["session", "bearer"])

/** Whose account it is must not fill mailboxes that are not theirs. */
const MAILS = { name: "accounts.email.customer", points: 5, seconds: 900 }
/** Tokens cannot be guessed; this keeps those who try from costing much. */
const PER_IP = { name: "accounts.confirm.ip", points: 20, seconds: 900 }

/** As far in as a registration, or a sign-in whose address is to be verified. */
const registered = authenticate("customer", ["session", "bearer"], {
  allowUnregistered: true,
})
const CODES = { name: "accounts.code.login", points: 10, seconds: 86_400 }
const identityOf = (req: MedusaRequest) =>
  (req as AuthenticatedMedusaRequest).auth_context.auth_identity_id

const own = (
  action: string,
  schema: z.ZodType,
  ...more: NonNullable<MiddlewareRoute["middlewares"]>
): MiddlewareRoute => ({
  matcher: `/store/customers/me/${action}`,
  methods: ["POST"],
  bodyParser: { sizeLimit: "8kb" },
  middlewares: [loggedIn, validateBody(schema), ...more],
})

export const storeAccountsMiddlewares = featureRoutes("accounts", [
  own("password", StoreChangePassword, refuseWeakChoice),
  own(
    "email",
    StoreChangeEmail,
    rateLimit({ limit: () => MAILS, key: signedIn })
  ),
  own("delete", StoreDeleteAccount),
  {
    matcher: "/store/accounts/send-code",
    methods: ["POST"],
    middlewares: [
      registered,
      validateBody(noBody),
      rateLimit({ limit: () => CODES, key: identityOf }),
    ],
  },
  {
    matcher: "/store/accounts/verify-email",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [registered, validateBody(StoreVerifyEmail)],
  },
  {
    matcher: "/store/accounts/confirm-email",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [
      rateLimit({ limit: () => PER_IP, key: countedIp }),
      validateBody(StoreConfirmEmail),
    ],
  },
])
