import { configManager } from "@medusajs/framework/config"
import { isProduction } from "@medusajs/framework/utils"
import { suiteOptions } from "../../config/suite-options"
import type { Setup } from "./finding"

export const currentSetup = (): Setup => ({
  config: configManager.config,
  suite: suiteOptions(),
  isProduction: isProduction(),
})
