import type { Translation } from "../translation"
import type { paymentTransactionsEn } from "./en"

export const paymentTransactionsDe: Translation<typeof paymentTransactionsEn> =
  {
    domain: "Zahlungsvorgänge",
    subtitle: "Jeder Versuch, Geld zu bewegen, von wem er auch kam.",
    entity_one: "{{count}} Vorgang",
    entity_other: "{{count}} Vorgänge",
    viewAll: "Alle anzeigen",
    viewOrder: "Bestellung ansehen",
    timeline: { title: "Zahlungsvorgänge" },
    fields: {
      time: "Zeit",
      action: "Vorgang",
      outcome: "Ausgang",
      amount: "Betrag",
      provider: "Anbieter",
      cause: "Über",
      gatewayId: "ID beim Anbieter",
      order: "Bestellung",
    },
    action: {
      create: "Anlegen",
      update: "Ändern",
      authorize: "Autorisieren",
      capture: "Einziehen",
      refund: "Erstatten",
      cancel: "Abbrechen",
      webhook: "Webhook",
      reconcile: "Abgleich",
      dispute: "Einspruch",
    },
    outcome: {
      started: "Begonnen",
      succeeded: "Erfolgreich",
      refused: "Abgelehnt",
      unknown: "Unbekannt",
    },
    cause: {
      storefront: "Shop",
      admin: "Verwaltung",
      webhook: "Zahlungsanbieter",
      reconcile: "Abgleich",
      job: "Hintergrundaufgabe",
      system: "System",
    },
    actor: {
      customer: "Kunde {{id}}",
      user: "Benutzer {{id}}",
      "api-key": "API-Schlüssel {{id}}",
    },
    sort: {
      timeAsc: "Älteste zuerst",
      timeDesc: "Neueste zuerst",
      amountAsc: "Niedrigste zuerst",
      amountDesc: "Höchste zuerst",
      textAsc: "A bis Z",
      textDesc: "Z bis A",
    },
    export: {
      action: "CSV exportieren",
      running: "Die Datei wird erstellt …",
      done: "Die Datei liegt bei den Downloads",
    },
    empty: {
      title: "Noch keine Zahlungsvorgänge",
      description:
        "Sie erscheinen hier, sobald jemand im Shop zu bezahlen beginnt.",
      filteredTitle: "Kein Zahlungsvorgang passt",
      filteredDescription:
        "Versuchen Sie andere Filter. Die Suche findet IDs nach ihrem Anfang.",
      order:
        "Seit es die Aufzeichnung gibt, wurde mit der Zahlung dieser Bestellung nichts versucht.",
    },
  }
