import { featureRoutes } from "../../utils/feature-routes"
import { answerWithWinner } from "./answer-with-winner"

export const storeCartsMiddlewares = featureRoutes("checkout-guards", [
  {
    matcher: "/store/carts/:id/complete",
    methods: ["POST"],
    middlewares: [answerWithWinner],
  },
])
