/** An error whose message tells the operator everything: shown as it is, without a stack. */
export class Failure extends Error {}
