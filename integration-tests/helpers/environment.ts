/** The one place where specs read the environment that `scripts/test.mjs` sets. */

function required(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set: run the specs with "npm run test"`)
  }
  return value
}

/** The address of the tier's server, without a trailing slash. */
export const baseUrl = () => required("TEST_BASE_URL")
export const publishableKey = () => required("TEST_PUBLISHABLE_KEY")
export const adminEmail = () => required("TEST_ADMIN_EMAIL")
export const adminPassword = () => required("TEST_ADMIN_PASSWORD")

/** The database of the tier's server, known once that runs. */
export const databaseUrl = () => required("TEST_DATABASE_URL")
export const publishDatabaseUrl = (url: string) => {
  process.env.TEST_DATABASE_URL = url
}

/** The throwaway PostgreSQL, at its maintenance database. */
export const postgresUrl = () => required("TEST_POSTGRES_URL")
/** Migrated and seeded; copied, never connected to. */
export const templateDatabase = () => required("TEST_TEMPLATE_DATABASE")

/** The built app that every server of the run serves. */
export const appFolder = () => required("TEST_APP")
/** A folder that goes away with the run. */
export const temporaryFolder = () => required("TEST_FOLDER")
/** Where servers write their logs, kept after the run. */
export const logFolder = () => required("TEST_LOGS")

/** What every store needs besides its database and address: PATH, secrets, folders. */
export const storeEnvironment = () =>
  JSON.parse(required("TEST_STORE_ENVIRONMENT")) as Record<string, string>

/** PATH, HOME and the like, for a program that a spec runs. */
export const shellEnvironment = () => {
  const { PATH = "", HOME = "" } = process.env
  return { PATH, HOME }
}

/** Whether specs that repeat a fault do so as often as they can: `npm test -- --full`. */
export const isFull = () => Boolean(process.env.TEST_FULL)

/** What a machine may lack; the specs that need it are skipped there. */
export const chromium = () => process.env.TEST_CHROMIUM
/** The path of redis-server, or the URL of a running one. */
export const redis = () => process.env.TEST_REDIS
export const onlineRetailFile = () => process.env.TEST_ONLINE_RETAIL

/** Sets what the storefront's code of docs/storefront.md reads. */
export function actAsStorefront({
  url,
  secret,
}: {
  url: string
  secret: string
}) {
  Object.assign(process.env, {
    NEXT_PUBLIC_MEDUSA_BACKEND_URL: url,
    NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY: publishableKey(),
    STOREFRONT_SECRET: secret,
  })
}

/** Test keys of the vendors' own sandboxes; without them their contract is checked with the simulators alone. */
export const stripeSandbox = () => {
  const apiKey = process.env.STRIPE_SANDBOX_API_KEY
  return apiKey ? { apiKey } : undefined
}
export const razorpaySandbox = () => {
  const keyId = process.env.RAZORPAY_SANDBOX_KEY_ID
  const keySecret = process.env.RAZORPAY_SANDBOX_KEY_SECRET
  return keyId && keySecret ? { keyId, keySecret } : undefined
}

/** Any key of SendGrid that may send mail: specs use it in its sandbox mode alone. */
export const sendgridSandbox = () => {
  const apiKey = process.env.SENDGRID_SANDBOX_API_KEY
  return apiKey ? { apiKey } : undefined
}
/** Twilio's test credentials. */
export const twilioSandbox = () => {
  const accountSid = process.env.TWILIO_SANDBOX_ACCOUNT_SID
  const authToken = process.env.TWILIO_SANDBOX_AUTH_TOKEN
  return accountSid && authToken ? { accountSid, authToken } : undefined
}
