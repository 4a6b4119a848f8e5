/** The first that fits names it: many say that they are others, too. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
  [/\bcurl\//, "curl"],
  [/\bWget\//, "Wget"],
]
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
]

const firstOf = (known: [RegExp, string][], agent: string) =>
  known.find(([pattern]) => pattern.test(agent))?.[1]

/**
 * What a browser says it is, in words that tell nobody apart: no versions.
 * @returns null for one that says nothing known
 * @example deviceOf(req.headers["user-agent"]) // "Firefox on Windows"
 */
export function deviceOf(userAgent: string | undefined): string | null {
  const agent = (userAgent ?? "").slice(0, 500)
  const found = [firstOf(BROWSERS, agent), firstOf(SYSTEMS, agent)]
  return found.filter(Boolean).join(" on ") || null
}
