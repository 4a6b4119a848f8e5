/** An error whose message tells everything: it is shown as one line. */
export class ImportFailure extends Error {}
