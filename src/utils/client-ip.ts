import { createHmac, timingSafeEqual } from "node:crypto"
import { isIP, isIPv4 } from "node:net"

/** What a storefront's server sends so that its shoppers are told apart. */
export const SHOPPER_IP_HEADER = "x-shopper-ip"
/** `t=<unix seconds>,v1=<hex hmac-sha256 of "<t>.<ip>" with the storefront secret>` */
export const SHOPPER_IP_SIGNATURE_HEADER = "x-shopper-ip-signature"
const SIGNATURE_TOLERANCE_SECONDS = 300

export type ClientIpRequest = {
  /** The address of the peer that holds the connection. */
  socketAddress: string | undefined
  headers: Record<string, string | string[] | undefined>
}

export type ClientIpSettings = {
  /** How many entries of X-Forwarded-For, from the right, come from proxies of ours. */
  trustedHops: number
  /** Servers of the storefront; from them the shopper's ip is unknown unless it is signed. */
  storefrontIps: string[]
  storefrontSecret?: string
}

export type ClientIp = {
  ip: string
  /** What to count by: an IPv4 address, or the /64 an IPv6 client owns. */
  key: string
  /** True for a storefront's server that did not say for whom it asks: do not count by ip. */
  isStorefront: boolean
}

/**
 * The client's address, from what cannot be forged: the socket, as many forwarded
 * entries as there are trusted proxies, or an address signed by the storefront.
 *
 * @param now - current time in milliseconds
 */
export function clientIp(
  request: ClientIpRequest,
  settings: ClientIpSettings,
  now: number
): ClientIp {
  const shopper = signedShopperIp(request, settings.storefrontSecret, now)
  if (shopper) {
    return { ip: shopper, key: ipKey(shopper), isStorefront: false }
  }
  const ip = forwardedIp(request, settings.trustedHops)
  const isStorefront = settings.storefrontIps.some(
    (address) => normalizeIp(address) === ip
  )
  return { ip, key: ipKey(ip), isStorefront }
}

/** Signs a shopper's ip as a storefront's server does; see docs/storefront.md. */
export function signShopperIp(ip: string, secret: string, now: number): string {
  const t = Math.floor(now / 1000)
  return `t=${t},v1=${hmac(`${t}.${ip}`, secret)}`
}

/** The key that limits count by; an IPv6 client owns a whole /64, so it counts as one. */
export function ipKey(ip: string): string {
  if (!ip.includes(":")) {
    return ip
  }
  return `${expandIpv6(ip).slice(0, 4).join(":")}::/64`
}

function forwardedIp(request: ClientIpRequest, trustedHops: number): string {
  const socket = normalizeIp(request.socketAddress ?? "")
  const header = request.headers["x-forwarded-for"]
  const forwarded = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((entry) => normalizeIp(entry))
    .filter((entry) => entry !== "")
  if (trustedHops === 0 || forwarded.length === 0) {
    return socket
  }
  const candidate = forwarded[Math.max(0, forwarded.length - trustedHops)]
  return candidate && isIP(candidate) ? candidate : socket
}

function signedShopperIp(
  { headers }: ClientIpRequest,
  secret: string | undefined,
  now: number
): string | undefined {
  const ip = headers[SHOPPER_IP_HEADER]
  const signature = headers[SHOPPER_IP_SIGNATURE_HEADER]
  if (!secret || typeof ip !== "string" || typeof signature !== "string") {
    return undefined
  }
  const [, t, v1] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  if (
    !t ||
    !v1 ||
    Math.abs(now / 1000 - Number(t)) > SIGNATURE_TOLERANCE_SECONDS
  ) {
    return undefined
  }
  const expected = Buffer.from(hmac(`${t}.${ip}`, secret), "hex")
  const isGenuine = timingSafeEqual(Buffer.from(v1, "hex"), expected)
  const address = normalizeIp(ip)
  return isGenuine && isIP(address) ? address : undefined
}

function hmac(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex")
}

/** Drops white space, brackets, a port after IPv4, a zone id and the IPv4-in-IPv6 prefix; lower case. */
function normalizeIp(value: string): string {
  let ip = value.trim().toLowerCase()
  ip = ip.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/%.*$/, "")
  if (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(ip)) {
    ip = ip.slice(0, ip.indexOf(":"))
  }
  const mapped = ip.replace(/^::ffff:/, "")
  return isIPv4(mapped) ? mapped : ip
}

function expandIpv6(ip: string): string[] {
  const [head = "", tail] = ip.split("::")
  const left = head === "" ? [] : head.split(":")
  const right = tail === undefined || tail === "" ? [] : tail.split(":")
  const missing = Math.max(0, 8 - left.length - right.length)
  const groups =
    tail === undefined ? left : [...left, ...Array(missing).fill("0"), ...right]
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
