import { stripeUnderTest } from "../../helpers/gateways"
import { survivesDeaths } from "./deaths"

survivesDeaths(stripeUnderTest)
