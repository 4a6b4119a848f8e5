import type { Translation } from "../translation"
import type { commerceSuiteEn } from "./en"

export const commerceSuiteDe: Translation<typeof commerceSuiteEn> = {
  off: {
    title: "Diese Funktion ist ausgeschaltet",
    description:
      "Ihre Daten bleiben erhalten. Wer den Shop betreibt, kann sie in den Optionen der Medusa Commerce Suite einschalten.",
  },
  failure: {
    title: "Das konnte nicht geladen werden",
    retry: "Erneut versuchen",
  },
  form: {
    required: "Bitte ausfüllen",
  },
  rating: "{{rating}} von 5 Sternen",
}
