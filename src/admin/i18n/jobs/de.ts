import type { Translation } from "../translation"
import type { jobsEn } from "./en"

export const jobsDe: Translation<typeof jobsEn> = {
  domain: "Aufträge",
  subtitle:
    "Was der Shop im Hintergrund erledigt und so lange versucht, bis es gelingt.",
  state: {
    waiting: "Wartet",
    running: "Läuft",
    failing: "Schlägt fehl",
    dead: "Aufgegeben",
  },
  fields: {
    task: "Aufgabe",
    state: "Zustand",
    attempts: "Versuche",
    last_error: "Letzter Fehler",
    run_at: "Nächster Lauf",
    created: "Erstellt",
  },
  retry: {
    action: "Erneut versuchen",
    done_one: "{{count}} Auftrag läuft erneut",
    done_other: "{{count}} Aufträge laufen erneut",
  },
  remove: {
    action: "Entfernen",
    title_one: "{{count}} Auftrag entfernen?",
    title_other: "{{count}} Aufträge entfernen?",
    description:
      "Was er tun sollte, geschieht dann nie. Das lässt sich nicht rückgängig machen.",
    done_one: "{{count}} Auftrag entfernt",
    done_other: "{{count}} Aufträge entfernt",
  },
  empty: {
    title: "Keine Aufträge",
    description:
      "Alles ist erledigt. Gelungene Aufträge verschwinden aus dieser Liste.",
    filteredTitle: "Keine passenden Aufträge",
    filteredDescription: "Kein Auftrag entspricht Suche und Filtern.",
  },
}
