import Bowser from "bowser"
import type { DeviceKind } from "../types/login-events"

/** What a browser says it is, in words that tell nobody apart: no versions. */
export type Device = {
  browser: string | null
  os: string | null
  kind: DeviceKind
}

const MAX_AGENT = 500
const MAX_NAME = 40

const KINDS: Partial<Record<string, DeviceKind>> = {
  desktop: "desktop",
  mobile: "mobile",
  tablet: "tablet",
}

/** What nobody calls by the name that the list has for it. */
const NAMES: Partial<Record<string, string>> = {
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
  "Chrome OS": "ChromeOS",
}

/** Programs say their name before a slash: `curl/8.5.0`. */
const PROGRAM = /^[\w.-]+(?=\/)/

/** An unknown browser is called what it says, which may be anything. */
function nameOf(given: string | undefined): string | null {
  const name = NAMES[given ?? ""] ?? given ?? ""
  return (
    name
      .replace(/[^\w .()-]/g, "")
      .slice(0, MAX_NAME)
      .trim() || null
  )
}

/** A shop meets the same ones over and over, and to read one takes as long as to write some rows. */
const known = new Map<string, Device>()
const MAX_KNOWN = 1_000

/**
 * Reads a `User-Agent`.
 * @example readDevice(req.headers["user-agent"]) // { browser: "Firefox", os: "Windows", kind: "desktop" }
 */
export function readDevice(userAgent: string | undefined): Device {
  const agent = (userAgent ?? "").slice(0, MAX_AGENT)
  if (!agent) {
    return { browser: null, os: null, kind: "other" }
  }
  const device = known.get(agent) ?? parse(agent)
  if (known.size >= MAX_KNOWN) {
    known.clear()
  }
  known.set(agent, device)
  return device
}

function parse(agent: string): Device {
  const { browser, os, platform } = Bowser.parse(agent)
  return {
    browser: nameOf(browser.name || PROGRAM.exec(agent)?.[0]),
    os: nameOf(os.name),
    kind: KINDS[platform.type ?? ""] ?? "other",
  }
}

/**
 * The same in one line.
 * @returns null for one that says nothing known
 * @example deviceOf(req.headers["user-agent"]) // "Firefox on Windows"
 */
export function deviceOf(userAgent: string | undefined): string | null {
  const { browser, os } = readDevice(userAgent)
  return [browser, os].filter(Boolean).join(" on ") || null
}
