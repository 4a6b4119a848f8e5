const MASK = "•••"

/**
 * Texts without the secrets that stand in them, as they are or as a URL or HTML writes them.
 * @example maskSecrets({ text: "…#token=abc" }, ["abc"]) // { text: "…#token=•••" }
 */
export function maskSecrets<Texts extends Record<string, string | null>>(
  texts: Texts,
  secrets: string[]
): Texts {
  const written = secrets
    .filter(Boolean)
    .flatMap((secret) => [secret, encodeURIComponent(secret), inHtml(secret)])
  const forms = [...new Set(written)]
    // The longest first: one may be a part of another.
    .sort((one, other) => other.length - one.length)
  const masked = Object.entries(texts).map(([name, text]) => [
    name,
    text && forms.reduce((left, form) => left.replaceAll(form, MASK), text),
  ])
  return Object.fromEntries(masked) as Texts
}

const inHtml = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
