/** Of what admins write, and of what customers chose. */
export const writingDe = {
  category: {
    transactional: "Bestellungen und Konto",
    news: "Neuigkeiten",
    product_updates: "Neue Fassungen von Gekauftem",
    reminders: "Erinnerungen",
  },
  write: {
    action: "Schreiben",
    title: "Nachricht schreiben",
    submit: "Senden",
    audience: "An",
    toCustomer: "Einen Kunden",
    toGroup: "Eine Kundengruppe",
    text: "Text",
    textHint:
      "Reiner Text; eine Leerzeile beginnt einen Absatz. Davor steht die Anrede mit dem Namen, darunter Name und Adresse des Shops.",
    about: "Worum es geht",
    aboutHint:
      "Alles außer zu einer Bestellung geht nur an die, die es nicht abbestellt haben.",
    aboutOrder: "Eine Bestellung",
    confirmTitle: "An {{count}} Kunden schreiben?",
    confirm:
      "Jeder bekommt eine eigene Mail. Was gesendet ist, lässt sich nicht zurücknehmen.",
    nobody: "Wählen Sie, für wen sie ist",
    required: "Darf nicht leer sein",
    done: "Sie wartet auf den Versand",
  },
  notes: {
    domain: "Geschriebenes",
    subtitle:
      "Was an Kunden und Gruppen geschrieben wurde und wie weit es ist.",
    recipients: "An",
    toOne: "Einen Kunden",
    toMany: "Eine Gruppe von {{count}}",
    progress: "Stand",
    queued: "warten",
    sent: "gesendet",
    failed: "gescheitert",
    canceled: "nicht gewünscht oder zurückgezogen",
    empty: {
      title: "Noch nichts geschrieben",
      description: "Schreiben Sie einem Kunden oder einer ganzen Gruppe.",
    },
  },
  preferences: {
    domain: "Gewünschte Nachrichten",
    on: "Wird gesendet",
    off: "Abbestellt",
    switchOff: "Abbestellen",
    title: "{{category}} abbestellen?",
    description: "Nur der Kunde kann es wieder bestellen.",
    done: "Abbestellt",
  },
}
