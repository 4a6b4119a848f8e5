import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { countedIp } from "../../utils/client-ip"
import { featureRoutes } from "../../utils/feature-routes"
import { rateLimit } from "../../utils/rate-limit"
import { signedIn } from "../../utils/signed-in"
import { validateBody } from "../../utils/validate"
import { refuseWeakChoice } from "./refuse-weak-choice"
import {
  StoreChangeEmail,
  StoreChangePassword,
  StoreConfirmEmail,
  StoreDeleteAccount,
} from "./validators"

const loggedIn = authenticate("customer", ["session", "bearer"])

/** Whose account it is must not fill mailboxes that are not theirs. */
const MAILS = { name: "accounts.email.customer", points: 5, seconds: 900 }
/** Tokens cannot be guessed; this keeps those who try from costing much. */
const PER_IP = { name: "accounts.confirm.ip", points: 20, seconds: 900 }

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
    matcher: "/store/accounts/confirm-email",
    methods: ["POST"],
    bodyParser: { sizeLimit: "4kb" },
    middlewares: [
      rateLimit({ limit: () => PER_IP, key: countedIp }),
      validateBody(StoreConfirmEmail),
    ],
  },
])
