export const messageSuppressionsEn = {
  domain: "Suppression list",
  subtitle:
    "Nothing is sent to these addresses: they do not exist, or their owners want no messages.",
  channel: { email: "E-mail", sms: "SMS" },
  reason: {
    bounce: "Does not exist",
    complaint: "Called it spam",
    unsubscribe: "Asked to stop",
    manual: "By an admin",
  },
  fields: {
    address: "Address",
    channel: "Channel",
    reason: "Reason",
    message_id: "Because of",
    created_at: "Since",
  },
  sort: {
    createdAsc: "Oldest first",
    createdDesc: "Newest first",
    addressAsc: "A to Z",
    addressDesc: "Z to A",
  },
  empty: {
    title: "The list is empty",
    description: "Addresses come here when mails to them bounce.",
    filteredTitle: "No address matches",
    filteredDescription: "Try other filters, or how the address begins.",
  },
  create: {
    action: "Add an address",
    title: "Send nothing more to an address",
    addressHint:
      "An e-mail address, or a phone number in international form (+…).",
    done: "Nothing will be sent there any more",
  },
  remove: {
    action: "Take off the list",
    title: "Write to this address again?",
    description:
      "If it still does not exist, the next message bounces again. SendGrid and Twilio keep lists of their own.",
    done: "It is off the list",
  },
  view: "Show the message",
}
