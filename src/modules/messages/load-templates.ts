import { configManager } from "@medusajs/framework/config"
import type { LoaderOptions } from "@medusajs/framework/types"
import {
  type CommerceSuiteOptions,
  resolveSuiteOptions,
} from "../../config/options"
import { loadReplacements } from "../../emails/load-replacements"
import { setReplacements } from "../../emails/replacements"
import { isServing } from "../../utils/is-serving"

/** Only a server renders messages; one whose host names a template that is not there does not start. */
export async function loadTemplates({ options }: LoaderOptions) {
  if (!isServing()) {
    return
  }
  const { database: _, ...suite } = options ?? {}
  const { messages } = resolveSuiteOptions(suite as CommerceSuiteOptions)
  if (messages) {
    setReplacements(
      await loadReplacements(messages.templates, configManager.baseDir)
    )
  }
}
