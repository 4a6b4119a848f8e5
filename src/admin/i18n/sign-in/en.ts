/** In place of the dashboard's own texts: the link is mailed, if anything mails here, and what it copies opens nothing. */
export const signInEn = {
  users: {
    copyResetPasswordLink: "Mail a link for a new password",
    copyResetPasswordLinkSuccess:
      "Asked for: the link goes by mail to the admin it is for",
    copyResetPasswordLinkHint:
      "It works once and for 15 minutes. Links mailed before work no more.",
  },
}
