/**
 * What of an `Authorization` header Medusa takes for the token, less the signature, which can be written in more than
 * one way: two headers with the same part carry the same token.
 * @example signedPart("Bearer head.claims.mac") // "head.claims"
 */
export function signedPart(header = ""): string | undefined {
  const [, , token = ""] = /(\S+)\s+(\S+)/.exec(header) ?? []
  return token.split(".").slice(0, 2).join(".") || undefined
}
