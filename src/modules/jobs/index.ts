import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import JobsModuleService from "./service"

export const JOBS_MODULE = "jobs"

export default Module(JOBS_MODULE, {
  service: JobsModuleService,
  loaders: [validateOptionsLoader],
})
