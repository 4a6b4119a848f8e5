import type { Translation } from "../translation"
import type { paymentWebhooksEn } from "./en"

export const paymentWebhooksDe: Translation<typeof paymentWebhooksEn> = {
  domain: "Zahlungs-Webhooks",
  subtitle:
    "Was Zahlungsanbieter dem Shop gemeldet haben und was daraus wurde.",
  status: {
    received: "Wartet",
    done: "Erledigt",
    ignored: "Ignoriert",
    failed: "Zu prüfen",
    dead: "Aufgegeben",
  },
  signature: {
    held: "Bei Empfang gültig",
    later: "Prüft der Anbieter",
  },
  fields: {
    event: "Ereignis",
    event_id: "Ereignis-ID",
    event_type: "Art des Ereignisses",
    provider_id: "Anbieter",
    signature: "Signatur",
    status: "Status",
    reason: "Grund",
    last_error: "Letzter Fehler",
    attempts: "Versuche",
    action: "Bedeutung",
    amount: "Betrag",
    gateway_payment_id: "Zahlung beim Anbieter",
    session_id: "Zahlungssitzung",
    occurred_at: "Geschehen",
    received_at: "Empfangen",
    finished_at: "Abgeschlossen",
  },
  filters: {
    range: "Eigener Zeitraum",
    from: "Von",
    until: "Bis",
    lastDays_one: "Heute",
    lastDays_other: "Letzte {{count}} Tage",
  },
  sort: {
    attemptsAsc: "Wenigste zuerst",
    attemptsDesc: "Meiste zuerst",
    receivedAsc: "Älteste zuerst",
    receivedDesc: "Neueste zuerst",
  },
  empty: {
    title: "Noch keine Webhooks",
    description: "Sie erscheinen, sobald ein Zahlungsanbieter einen sendet.",
    filteredTitle: "Kein Webhook passt",
    filteredDescription:
      "Andere Filter versuchen oder nach einer ganzen ID suchen.",
  },
  details: {
    action: "Details",
    title: "Zahlungs-Webhook",
    record: "Protokoll",
    headers: "Kopfzeilen",
    body: "Inhalt, maskiert",
    notShown: "Kann nicht gezeigt werden",
  },
  replay: {
    action: "Wiederholen",
    title_one: "{{count}} Webhook wiederholen?",
    title_other: "{{count}} Webhooks wiederholen?",
    description:
      "Der Shop arbeitet ihre Bedeutung noch einmal ab. Was schon gewirkt hat, wirkt nicht noch einmal.",
    done_one: "{{count}} Webhook wartet wieder",
    done_other: "{{count}} Webhooks warten wieder",
  },
}
