/** Of what admins write, and of what customers chose. */
export const writingEn = {
  category: {
    transactional: "Orders and account",
    news: "News",
    product_updates: "Updates of what was bought",
    reminders: "Reminders",
  },
  write: {
    action: "Write",
    title: "Write a message",
    submit: "Send",
    audience: "To",
    toCustomer: "A customer",
    toGroup: "A customer group",
    text: "Text",
    textHint:
      "Plain text; a blank line begins a paragraph. A greeting with the customer's name is put before it, the shop's name and address below.",
    about: "About",
    aboutHint:
      "All but what is about an order goes only to those who have not switched it off.",
    aboutOrder: "An order",
    confirmTitle: "Write to {{count}} customers?",
    confirm:
      "Each gets a mail of their own. What was sent cannot be taken back.",
    nobody: "Choose whom it is for",
    required: "Must not be empty",
    done: "It is queued",
  },
  notes: {
    domain: "Written messages",
    subtitle: "What was written to customers and groups, and how far it is.",
    recipients: "To",
    toOne: "One customer",
    toMany: "A group of {{count}}",
    progress: "Progress",
    queued: "queued",
    sent: "sent",
    failed: "failed",
    canceled: "not wanted or taken back",
    empty: {
      title: "Nothing was written yet",
      description: "Write to a customer, or to all of a group.",
    },
  },
  preferences: {
    domain: "Message preferences",
    on: "Sent",
    off: "Switched off",
    switchOff: "Switch off",
    title: "Switch off {{category}}?",
    description: "Only the customer can switch it on again.",
    done: "Switched off",
  },
}
