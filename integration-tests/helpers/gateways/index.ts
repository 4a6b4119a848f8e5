export {
  type BegunPayment,
  type GatewayCall,
  type GatewayUnderTest,
} from "./gateway-under-test"
export { razorpayUnderTest } from "./razorpay"
export { stripeUnderTest } from "./stripe"
