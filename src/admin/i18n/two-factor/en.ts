export const twoFactorEn = {
  on: "On",
  off: "Off",
  section: {
    title: "Second factor: more",
    description: "Codes by e-mail, recovery codes, and what they are asked for",
    due: "This store asks for a second factor: set one up by {{date}}.",
    over: "This store asks for a second factor. Set one up here, and the other pages open.",
  },
  email: {
    label: "Codes by e-mail",
    start: "Set up codes by e-mail",
    setUp: "Codes by e-mail are set up",
    switchOff: "Switch off codes by e-mail",
    switchedOff: "Codes by e-mail are switched off",
  },
  recovery: {
    label: "Recovery codes",
    left_one: "{{count}} left",
    left_other: "{{count}} left",
    make: "Make new ones",
    title: "New recovery codes",
    shown:
      "Keep them where only you find them. Each works once; those of before work no more, and these are not shown again.",
    kept: "I have kept them",
  },
  stepUp: {
    label: "For what cannot be taken back",
    fresh: "Confirmed within the last 10 minutes",
    stale:
      "API keys, invites and the like ask for a code of the last 10 minutes",
    action: "Confirm",
    title: "Confirm that it is you",
    app: "Type the code that your authenticator app shows.",
    email: "Type the code that we have just mailed to you.",
    none: "This needs a second factor: set one up on your profile page first",
  },
  reset: {
    title: "Reset the second factor",
    description: "For who has lost their phone",
    question:
      "Make sure that it is really its owner who asks: from then on the password alone signs in. The owner is told by e-mail.",
    action: "Reset",
    done: "The second factor is switched off, and its owner is told",
  },
}
