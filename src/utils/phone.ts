const E164 = /^\+[1-9]\d{6,14}$/

/**
 * A phone number in international form (E.164), or null for one that does not tell its country.
 * @example e164("+49 (151) 234-5678") // "+491512345678"
 * @example e164("0151 2345678") // null
 */
export function e164(text: string | null | undefined): string | null {
  const digits = (text ?? "").replace(/[\s().-]/g, "").replace(/^00/, "+")
  return E164.test(digits) ? digits : null
}
