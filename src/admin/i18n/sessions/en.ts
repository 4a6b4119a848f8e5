export const sessionsEn = {
  title: "Signed in",
  entity_one: "in {{count}} place",
  entity_other: "in {{count}} places",
  empty: "Signed in nowhere.",
  current: "This browser",
  lastSeen: "Last used {{time}}",
  more: "And {{count}} more, which end with all of them.",
  endOne: {
    action: "Sign out there",
    title: "Sign out there?",
    description:
      "Whoever uses this session has to sign in again, within five seconds.",
    done: "Signed out there",
  },
  endAll: {
    action: "End all sessions",
    title: "End all sessions?",
    description:
      "On every device one has to sign in again, within five seconds. The session you use yourself stays.",
    done_one: "{{count}} session ended",
    done_other: "{{count}} sessions ended",
  },
  apiKeys: {
    title: "Keys of admins who are gone",
    description:
      "These secret keys work on although the admin who made them was removed. Revoke those that nobody needs.",
    madeBy: "Made by {{who}}",
  },
  device: {
    desktop: "Desktop",
    mobile: "Mobile",
    tablet: "Tablet",
    other: "Another program",
  },
}
