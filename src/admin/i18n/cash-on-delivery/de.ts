import type { Translation } from "../translation"
import type { cashOnDeliveryEn } from "./en"

export const cashOnDeliveryDe: Translation<typeof cashOnDeliveryEn> = {
  domain: "Offene Nachnahmen",
  subtitle:
    "Bestellungen, die bei Lieferung bezahlt werden und deren Bargeld noch fehlt.",
  fields: {
    order: "Bestellung",
    placed: "Bestellt",
    customer: "Kunde",
    city: "Ort",
    delivery: "Lieferung",
    amount: "Betrag",
  },
  delivery: {
    not_shipped: "Nicht versandt",
    shipped: "Versandt",
    delivered: "Zugestellt",
  },
  state: {
    open: "Offen",
    started: "Nicht abgeschlossen",
    collected: "Kassiert",
    canceled: "Storniert",
    nothing_owed: "Nichts offen",
  },
  order: {
    title: "Nachnahme",
    open: "{{amount}} sind bei Lieferung zu kassieren.",
    started:
      "{{amount}} wurden kassiert, aber die Bücher sind unvollständig. Erneutes Markieren vervollständigt sie.",
    collected: "{{amount}} wurden kassiert.",
    canceled: "Die Bestellung wurde storniert; dafür wird nichts kassiert.",
    nothing_owed: "Für die Bestellung ist nichts offen.",
  },
  collect: {
    action: "Als kassiert markieren",
    title_one: "Das Bargeld von {{count}} Bestellung als kassiert markieren?",
    title_other:
      "Das Bargeld von {{count}} Bestellungen als kassiert markieren?",
    description:
      "Die Zahlung wird in voller Höhe verbucht. Was später zurückgeht, ist eine Erstattung.",
    done_one: "Das Bargeld von {{count}} Bestellung ist kassiert",
    done_other: "Das Bargeld von {{count}} Bestellungen ist kassiert",
  },
  sort: {
    numberAsc: "Niedrigste Nummer zuerst",
    numberDesc: "Höchste Nummer zuerst",
    timeAsc: "Älteste zuerst",
    timeDesc: "Neueste zuerst",
    amountAsc: "Niedrigste zuerst",
    amountDesc: "Höchste zuerst",
  },
  export: {
    action: "CSV exportieren",
    running: "Die Datei wird erstellt …",
    done: "Die Datei liegt bei den Downloads",
  },
  empty: {
    title: "Nichts zu kassieren",
    description:
      "Bestellungen erscheinen hier, wenn bei Lieferung bezahlt werden soll, und verschwinden, sobald ihr Bargeld als kassiert markiert ist.",
    filteredTitle: "Keine passenden Bestellungen",
    filteredDescription:
      "Versuchen Sie andere Filter. Die Suche findet Bestellnummern sowie Anfänge von Namen und E-Mail-Adressen.",
  },
}
