import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import { refuseUnsafeSetupLoader } from "./loaders/refuse-unsafe-setup"
import DoctorModuleService from "./service"

export const DOCTOR_MODULE = "doctor"

export default Module(DOCTOR_MODULE, {
  service: DoctorModuleService,
  loaders: [validateOptionsLoader, refuseUnsafeSetupLoader],
})
