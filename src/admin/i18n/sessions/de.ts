import type { Translation } from "../translation"
import type { sessionsEn } from "./en"

export const sessionsDe: Translation<typeof sessionsEn> = {
  title: "Angemeldet",
  entity_one: "an {{count}} Ort",
  entity_other: "an {{count}} Orten",
  empty: "Nirgends angemeldet.",
  current: "Dieser Browser",
  lastSeen: "Zuletzt benutzt {{time}}",
  more: "Und {{count}} weitere, die mit allen enden.",
  endOne: {
    action: "Dort abmelden",
    title: "Dort abmelden?",
    description:
      "Wer diese Sitzung benutzt, muss sich innerhalb von fünf Sekunden neu anmelden.",
    done: "Dort abgemeldet",
  },
  endAll: {
    action: "Alle Sitzungen beenden",
    title: "Alle Sitzungen beenden?",
    description:
      "Auf jedem Gerät muss man sich innerhalb von fünf Sekunden neu anmelden. Die Sitzung, die Sie selbst benutzen, bleibt.",
    done_one: "{{count}} Sitzung beendet",
    done_other: "{{count}} Sitzungen beendet",
  },
  apiKeys: {
    title: "Schlüssel entfernter Administratoren",
    description:
      "Diese geheimen Schlüssel gelten weiter, obwohl der Administrator entfernt wurde, der sie erstellt hat. Widerrufen Sie, was niemand braucht.",
    madeBy: "Erstellt von {{who}}",
  },
  device: {
    desktop: "Desktop",
    mobile: "Mobilgerät",
    tablet: "Tablet",
    other: "Ein anderes Programm",
  },
}
