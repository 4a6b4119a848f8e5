import { Module } from "@medusajs/framework/utils"
import { validateOptionsLoader } from "../../config/validate-options-loader"
import FilesModuleService from "./service"

export const FILES_MODULE = "files"

export default Module(FILES_MODULE, {
  service: FilesModuleService,
  loaders: [validateOptionsLoader],
})
