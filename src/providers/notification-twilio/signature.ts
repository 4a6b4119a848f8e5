import { createHmac } from "node:crypto"
import { isSameText } from "../../utils/same-text"

type SignedRequest = {
  /** As Twilio was told to call it, with its query. */
  url: string
  parameters: URLSearchParams
  /** Of `X-Twilio-Signature`. */
  signature: unknown
}

/** Whether Twilio signed it: HMAC-SHA1 over the URL and all parameters in the order of their names. */
export function isSignedByTwilio(
  { url, parameters, signature }: SignedRequest,
  authToken: string
): boolean {
  const written = writtenOut(parameters)
  // Twilio leaves the port out of what it signs for some addresses, and not for others.
  return urlsOf(url)
    .map((each) =>
      createHmac("sha1", authToken)
        .update(each + written)
        .digest("base64")
    )
    .some((expected) => isSameText(signature, expected))
}

/** A parameter that comes several times is signed with each of its values once, sorted. */
function writtenOut(parameters: URLSearchParams): string {
  return [...new Set(parameters.keys())]
    .sort()
    .flatMap((name) =>
      [...new Set(parameters.getAll(name))].sort().map((value) => name + value)
    )
    .join("")
}

const PORTS: Record<string, string> = { http: "80", https: "443" }

function urlsOf(url: string): string[] {
  const [, scheme = "", host = "", port, rest = ""] =
    /^(https?):\/\/([^/:?#]+)(:\d+)?(.*)$/s.exec(url) ?? []
  return port
    ? [url, `${scheme}://${host}${rest}`]
    : [url, `${scheme}://${host}:${PORTS[scheme]}${rest}`]
}
