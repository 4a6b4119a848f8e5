import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import EmailMfaProvider from "./service"

export default ModuleProvider(Modules.AUTH, { services: [EmailMfaProvider] })
