export const accountsEn = {
  title: "Account",
  state: { open: "Can sign in", suspended: "Suspended" },
  empty: "Never suspended",
  suspended: "Suspended {{at}} by {{by}}",
  lifted: "Reactivated {{at}} by {{by}}",
  reason: {
    label: "Reason",
    hint: "For you and other admins; it is kept.",
    missing: "Say why; it is kept",
  },
  suspend: {
    action: "Suspend",
    title: "Suspend this account?",
    description:
      "Nobody can sign in with it any more, and it is signed out everywhere. A new password does not help. Its data stay.",
    done: "The account is suspended",
  },
  reactivate: {
    action: "Reactivate",
    title: "Reactivate this account?",
    description: "Its owner can sign in again.",
    done: "The account can sign in again",
  },
}
