/** In place of the dashboard's own texts: the link is mailed, and what it copies opens nothing. */
export const signInEn = {
  users: {
    copyResetPasswordLink: "Mail a link for a new password",
    copyResetPasswordLinkSuccess: "The link is mailed to the admin it is for",
    copyResetPasswordLinkHint:
      "It works once and for 15 minutes. Links mailed before work no more.",
  },
}
