import { createRequire } from "node:module"
import path from "node:path"
import { dynamicImport } from "@medusajs/framework/utils"
import type { MessageTemplate } from "../types/messages"
import { optionError } from "../utils/options"
import type { EmailTemplate } from "./template"

export type Replacements = Partial<
  Record<MessageTemplate, EmailTemplate<unknown>>
>

/**
 * The host's own templates, each the default export of its module.
 * @param root - the app's root; a path begins there, and a package is looked for from there
 * @throws one line that names the option, for a module that is missing, fails, or holds no template
 */
export async function loadReplacements(
  paths: Partial<Record<string, string>>,
  root: string
): Promise<Replacements> {
  const loaded = await Promise.all(
    Object.entries(paths).map(async ([name, file = ""]) => [
      name,
      await load(`messages.templates.${name}`, file, root),
    ])
  )
  return Object.fromEntries(loaded) as Replacements
}

async function load(option: string, file: string, root: string) {
  const wrong = (why: string) => optionError(`${option}: ${file} ${why}`)
  const template = await importFrom(root, file).catch((error: Error) => {
    const [reason = ""] = error.message.split("\n")
    throw wrong(`cannot be loaded from ${root}: ${reason}`)
  })
  if (!template) {
    throw wrong(
      "must have a template as its default export: { sample, subject, body }"
    )
  }
  return template
}

async function importFrom(root: string, file: string) {
  const resolved = createRequire(path.join(root, "package.json")).resolve(file)
  const { default: exported } = (await dynamicImport(resolved)) as {
    default?: unknown
  }
  // Compiled to CommonJS and imported as an ES module, the default is one level deeper.
  const { default: inner } = (exported ?? {}) as { default?: unknown }
  return [exported, inner].find(isTemplate)
}

function isTemplate(given: unknown): given is EmailTemplate<unknown> {
  const { sample, subject, body } = (given ?? {}) as Record<string, unknown>
  return (
    sample !== undefined &&
    typeof subject === "function" &&
    typeof body === "function"
  )
}
