import { featureRoutes } from "../../utils/feature-routes"
import { answerWithWinner } from "./answer-with-winner"
import { settleDeadCheckout } from "./settle-dead-checkout"

const COMPLETE = {
  matcher: "/store/carts/:id/complete",
  methods: ["POST" as const],
}

export const storeCartsMiddlewares = [
  ...featureRoutes("checkout-guards", [
    { ...COMPLETE, middlewares: [answerWithWinner] },
  ]),
  ...featureRoutes("reconciliation", [
    { ...COMPLETE, middlewares: [settleDeadCheckout] },
  ]),
]
