import type { Translation } from "../translation"
import type { messageSuppressionsEn } from "./suppressions-en"

export const messageSuppressionsDe: Translation<typeof messageSuppressionsEn> =
  {
    domain: "Sperrliste",
    subtitle:
      "An diese Adressen geht nichts: Es gibt sie nicht, oder ihre Inhaber wollen keine Nachrichten.",
    channel: { email: "E-Mail", sms: "SMS" },
    reason: {
      bounce: "Gibt es nicht",
      complaint: "Nannte es Spam",
      unsubscribe: "Bat aufzuhören",
      manual: "Von einem Admin",
    },
    fields: {
      address: "Adresse",
      channel: "Kanal",
      reason: "Grund",
      message_id: "Wegen",
      created_at: "Seit",
    },
    sort: {
      createdAsc: "Älteste zuerst",
      createdDesc: "Neueste zuerst",
      addressAsc: "A bis Z",
      addressDesc: "Z bis A",
    },
    empty: {
      title: "Die Liste ist leer",
      description: "Adressen kommen hierher, wenn Mails an sie nicht ankommen.",
      filteredTitle: "Keine Adresse passt",
      filteredDescription:
        "Versuchen Sie andere Filter oder den Anfang der Adresse.",
    },
    create: {
      action: "Adresse hinzufügen",
      title: "An eine Adresse nichts mehr senden",
      addressHint:
        "Eine E-Mail-Adresse oder eine Telefonnummer in internationaler Form (+…).",
      done: "Dorthin geht nichts mehr",
    },
    remove: {
      action: "Von der Liste nehmen",
      title: "An diese Adresse wieder schreiben?",
      description:
        "Gibt es sie immer noch nicht, kommt auch die nächste Nachricht nicht an. SendGrid und Twilio führen eigene Listen.",
      done: "Sie ist von der Liste",
    },
    view: "Nachricht ansehen",
  }
