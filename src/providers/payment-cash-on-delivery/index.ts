import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import CashOnDeliveryPaymentProvider from "./service"

export default ModuleProvider(Modules.PAYMENT, {
  services: [CashOnDeliveryPaymentProvider],
})
