/**
 * An address that a browser may be sent to, or nothing: no `javascript:`, no `data:`, nothing relative.
 * @example webUrl("javascript:alert(1)") // null
 */
export function webUrl(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) {
    return null
  }
  const { protocol, href } = new URL(url)
  return protocol === "https:" || protocol === "http:" ? href : null
}
