import type { ResolvedSuiteOptions } from "./options"

/** Whether second factors by e-mail prove anything: they are offered, and mail goes out. */
export const offersEmailCodes = ({
  messages,
  "two-factor": twoFactor,
}: Pick<ResolvedSuiteOptions, "messages" | "two-factor">): boolean =>
  Boolean(twoFactor && twoFactor.emailCodes && messages)
