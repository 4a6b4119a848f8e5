export const commerceSuiteEn = {
  off: {
    title: "This feature is switched off",
    description:
      "Its data is kept. Whoever runs the store can switch it on in the options of the Medusa Commerce Suite.",
  },
  failure: {
    title: "This could not be loaded",
    retry: "Try again",
  },
  form: {
    required: "Please fill this in",
  },
  rating: "{{rating}} of 5 stars",
}
