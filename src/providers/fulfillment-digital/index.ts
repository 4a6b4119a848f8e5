import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DigitalFulfillmentService } from "./service"

export default ModuleProvider(Modules.FULFILLMENT, {
  services: [DigitalFulfillmentService],
})
