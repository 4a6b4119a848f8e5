const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

const parsed = (url: string) => (URL.canParse(url) ? new URL(url) : undefined)

/** Whether a page of this machine, or of one of the origins that were named, lives there. */
export function isOurs(url: string, origins: string[]): boolean {
  const { protocol, hostname, origin } = parsed(url) ?? {}
  const isWeb = protocol === "http:" || protocol === "https:"
  return (
    isWeb && (LOOPBACK.has(hostname ?? "") || origins.includes(origin ?? ""))
  )
}

/** A web page elsewhere may make a browser call us under another name, or from there. */
export function isForeign(host: string, origin: string | undefined): boolean {
  const isCalledRight = LOOPBACK.has(parsed(`http://${host}`)?.hostname ?? "")
  return !isCalledRight || (origin !== undefined && !isOurs(origin, []))
}
