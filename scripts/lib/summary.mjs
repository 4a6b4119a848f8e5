import { readJson } from "./files.mjs"
import { credentialsFile } from "./prepare.mjs"
import { log } from "./progress.mjs"
import { localUrl } from "./server.mjs"

/**
 * @param {string} url
 * @param {{ email: string, password: string }} credentials
 * @returns {Promise<string | undefined>} undefined once the admin has changed the password
 */
async function logIn(url, credentials) {
  const response = await fetch(`${url}/auth/user/emailpass`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(credentials),
  })
  return response.ok ? (await response.json()).token : undefined
}

/**
 * @param {string} url
 * @param {string} token
 * @returns {Promise<string | undefined>} a key that opens a sales channel, the oldest first
 */
async function findPublishableKey(url, token) {
  const query = "type=publishable&order=created_at&limit=100"
  const response = await fetch(`${url}/admin/api-keys?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const keys = response.ok ? (await response.json()).api_keys : []
  const isOpen = (key) => !key.revoked_at && key.sales_channels?.length > 0
  return keys.find(isOpen)?.token
}

/** @param {import("./settings.mjs").Settings} settings */
export async function printSummary(settings) {
  const local = localUrl(settings)
  const credentials = readJson(credentialsFile(settings))
  const token = credentials && (await logIn(local, credentials))
  const key = token && (await findPublishableKey(local, token))
  const password = token
    ? credentials.password
    : "(changed since the first start)"
  const login = credentials && [
    `  E-mail     ${credentials.email}`,
    `  Password   ${password}`,
  ]
  const { RAZORPAY_HOST } = settings.environment
  const simulator = [
    `  Razorpay   ${RAZORPAY_HOST} (a simulator: no money moves)`,
  ]
  log(
    [
      "",
      "The store is ready.",
      "",
      `  Store API  ${settings.url}/store`,
      `  Admin      ${settings.url}/app`,
      ...(login ?? []),
      ...(settings.isSimulated ? simulator : []),
      "",
      "For your storefront's .env:",
      "",
      `NEXT_PUBLIC_MEDUSA_BACKEND_URL=${settings.url}`,
      `NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY=${key ?? "(see Admin → Settings → Publishable API Keys)"}`,
      "",
      "Ctrl-C stops the store.",
      "",
    ].join("\n")
  )
}
