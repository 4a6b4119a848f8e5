import { razorpayUnderTest } from "../../helpers/gateways"
import { survivesDeaths } from "./deaths"

survivesDeaths(razorpayUnderTest)
