import type { Translation } from "../translation"
import type { reconciliationEn } from "./en"

export const reconciliationDe: Translation<typeof reconciliationEn> = {
  domain: "Zahlungsabgleich",
  subtitle:
    "Wo die Bücher des Shops von denen seiner Zahlungsanbieter abwichen.",
  status: {
    open: "Offen",
    repaired: "Berichtigt",
    dismissed: "Verworfen",
  },
  kind: {
    unpaid_order: "Bestellung ohne Zahlung",
    orphan_order: "Bestellung ohne Warenkorb",
    half_capture: "Halber Einzug",
    half_refund: "Halbe Erstattung",
    paid_cart: "Bezahlt, aber keine Bestellung",
    gateway_capture: "Beim Anbieter eingezogen",
    gateway_refund: "Beim Anbieter erstattet",
    gateway_cancel: "Beim Anbieter storniert",
    different_sums: "Summen weichen ab",
    surplus: "Überzahlung",
    stock_drift: "Bestand abgewichen",
    missing_stock: "Ware nicht reserviert",
    account_changed: "Schlüssel eines anderen Kontos",
  },
  fields: {
    kind: "Was abweicht",
    status: "Status",
    reason: "Grund",
    provider_id: "Anbieter",
    order_id: "Bestellung",
    cart_id: "Warenkorb",
    session_id: "Zahlungssitzung",
    payment_id: "Zahlung",
    gateway_payment_id: "Zahlung beim Anbieter",
    attempts: "Prüfungen",
    last_error: "Letzter Fehler",
    dismiss_reason: "Warum verworfen",
    created_at: "Zuerst gesehen",
    last_seen_at: "Zuletzt gesehen",
    closed_at: "Abgeschlossen",
  },
  sort: {
    seenAsc: "Älteste zuerst",
    seenDesc: "Neueste zuerst",
    attemptsAsc: "Wenigste zuerst",
    attemptsDesc: "Meiste zuerst",
  },
  paused: {
    unreachable:
      "{{provider}} antwortet seit {{since}} nicht: bis dahin wird nichts davon angerührt.",
    account_changed:
      "{{provider}} hat seit {{since}} Schlüssel eines anderen Kontos: bis zur Bestätigung wird nichts davon angerührt.",
  },
  lastRun: "Zuletzt geprüft {{date}}",
  neverRun: "Noch nichts geprüft",
  empty: {
    title: "Keine Abweichungen",
    description: "Der Shop und seine Zahlungsanbieter stimmen überein.",
    filteredTitle: "Kein Fall passt",
    filteredDescription:
      "Andere Filter versuchen oder nach einer ganzen ID suchen.",
  },
  details: {
    action: "Details",
    title: "Abweichung",
    record: "Protokoll",
    medusa: "Was der Shop sagt",
    gateway: "Was der Anbieter sagt",
    nothing: "Nichts",
  },
  retry: {
    action: "Jetzt noch einmal prüfen",
    done: "Noch einmal geprüft: {{status}}",
  },
  confirm: {
    action: "Neues Konto bestätigen",
    title: "Sind diese Schlüssel gewollt?",
    description:
      "Ab jetzt werden die Zahlungen dieses Anbieters mit dem neuen Konto verglichen. Zahlungen des alten erscheinen dort als fehlend.",
    done: "Das neue Konto ist bestätigt",
  },
  dismiss: {
    action: "Verwerfen",
    title: "Abweichung verwerfen",
    description:
      "Sie wird ab jetzt nicht mehr angerührt. Nichts wird berichtigt und kein Geld bewegt.",
    reason: "Warum ist nichts zu tun?",
    done: "Verworfen",
  },
}
