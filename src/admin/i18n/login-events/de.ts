import type { Translation } from "../translation"
import type { loginEventsEn } from "./en"

export const loginEventsDe: Translation<typeof loginEventsEn> = {
  domain: "Anmeldungen",
  subtitle: "Jeder Versuch, sich anzumelden, von Kunden und Administratoren.",
  entity_one: "{{count}} Versuch",
  entity_other: "{{count}} Versuche",
  since: "Seit {{day}}; für Älteres wählen Sie eine Zeit.",
  viewAll: "Alle anzeigen",
  nobody: "Unbekanntes Konto",
  newDevice: "Neues Gerät",
  fields: {
    time: "Zeit",
    actor: "Konto",
    actorType: "Art",
    outcome: "Ergebnis",
    device: "Gerät",
    ip: "IP-Adresse",
    provider: "Anbieter",
  },
  actorType: { customer: "Kunde", user: "Administrator" },
  outcome: {
    success: "Angemeldet",
    wrong_credentials: "Falsches Passwort",
    throttled: "Abgewiesen",
    mfa_required: "Zweiter Faktor verlangt",
    mfa_failed: "Falscher Code",
    mfa_passed: "Angemeldet, zwei Faktoren",
    verification_required: "Adresse nicht bestätigt",
    reset_requested: "Neues Passwort angefordert",
    reset_done: "Neues Passwort gesetzt",
    refreshed: "Verlängert",
    logged_out: "Abgemeldet",
    token_refused: "Token abgelehnt",
    error: "Serverfehler",
  },
  device: {
    desktop: "Computer",
    mobile: "Telefon",
    tablet: "Tablet",
    other: "Anderes",
  },
  charts: {
    byOutcome: "Versuche je Tag",
    byDevice: "Anmeldungen je Tag und Gerät",
    returning: "Neue und wiederkehrende",
    new: "Neu",
    returned: "Wiederkehrend",
    countedUntil: "Die letzten 30 Tage, gezählt bis {{time}}.",
    none: "In den letzten 30 Tagen wurde nichts gezählt. Summen folgen binnen fünf Minuten.",
  },
  section: {
    title: "Anmeldungen",
    empty: "Kein Versuch, seit das Protokoll geführt wird.",
  },
  sort: { timeAsc: "Älteste zuerst", timeDesc: "Neueste zuerst" },
  export: {
    action: "CSV exportieren",
    running: "Die Datei wird erstellt…",
    done: "Die Datei liegt bei Ihren Downloads",
  },
  empty: {
    title: "Noch keine Anmeldung",
    description:
      "Versuche erscheinen hier eine Sekunde, nachdem sie stattfanden.",
    filteredTitle: "Kein Versuch passt",
    filteredDescription:
      "Versuchen Sie andere Filter. Die Suche findet eine E-Mail-Adresse, die ID eines Kontos, eine IP-Adresse oder die ID einer Anfrage.",
  },
}
