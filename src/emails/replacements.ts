import type { MessageTemplate } from "../types/messages"
import type { Replacements } from "./load-replacements"
import type { EmailTemplate } from "./template"

let replacements: Replacements = {}

/** Read once, as the server starts. */
export function setReplacements(loaded: Replacements) {
  replacements = loaded
}

/** The host's own template in place of the suite's, if there is one. */
export const replacementOf = (
  name: MessageTemplate
): EmailTemplate<unknown> | undefined => replacements[name]
