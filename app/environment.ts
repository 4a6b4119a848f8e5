import path from "node:path"
import { z } from "@medusajs/framework/zod"
import type { CommerceSuiteOptions } from "../src/config"

/**
 * The one place that reads `process.env`. Everything else gets its settings from
 * the object returned here: the Medusa configuration, or the suite's options.
 * Each variable is described in `.env.template`.
 */

const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"])
const SERVING_COMMANDS = new Set(["start", "develop"])

const flag = z
  .enum(["true", "false", "1", "0", ""])
  .default("false")
  .transform((value) => value === "true" || value === "1")

const list = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean)
  )

/** Nothing where the variable is absent. */
const optionalList = z
  .string()
  .optional()
  .transform((value) => (value === undefined ? undefined : list.parse(value)))

/** Amounts by currency code or region id: "inr:49,kes:150". */
const amounts = z
  .string()
  .regex(
    /^\s*[\w-]+\s*:[^:,]+(?:,\s*[\w-]+\s*:[^:,]+)*$/,
    "must be amounts by currency or region such as inr:49,kes:150"
  )
  .optional()
  .transform(
    (value) =>
      value &&
      Object.fromEntries(
        value
          .split(",")
          .map((entry) => entry.split(":").map((part) => part.trim()))
      )
  )

/** "true" or "false"; without it the feature's own default holds. */
const choice = z
  .enum(["true", "false", "1", "0"])
  .transform((value) => value === "true" || value === "1")
  .optional()

const secret = z.string().min(16).optional()

const environmentSchema = z.object({
  NODE_ENV: z.string().default("development"),
  DATABASE_URL: z.string().url().optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(9000),
  BACKEND_URL: z.string().url().optional(),
  STORE_CORS: z.string().default("http://localhost:8000,http://localhost:3000"),
  ADMIN_CORS: z.string().optional(),
  AUTH_CORS: z.string().optional(),
  JWT_SECRET: secret,
  COOKIE_SECRET: secret,
  AUTH_MFA_ENCRYPTION_KEY: secret,
  SUITE_SECRET: secret,
  UPLOADS_DIR: z
    .string()
    .refine(path.isAbsolute, "must be an absolute path")
    .optional(),
  FILES_DIR: z
    .string()
    .refine(path.isAbsolute, "must be an absolute path")
    .optional(),
  S3_ENDPOINT: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_PRIVATE_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_FILE_URL: z.string().optional(),
  S3_PREFIX: z.string().optional(),
  S3_FORCE_PATH_STYLE: choice,
  S3_ACL: choice,
  UPLOAD_TYPES: list,
  UPLOAD_MAX_BYTES: z.coerce.number().optional(),
  ADMIN_DISABLED: flag,
  DEMO: flag,
  SUITE_FEATURES_OFF: list,
  SUITE_DOCTOR_OVERRIDE: list,
  SUITE_ROLLING_DEPLOY_SECONDS: z.coerce.number().optional(),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  STOREFRONT_IPS: list,
  STOREFRONT_SECRET: secret,
  STOREFRONT_URL: z.string().url().default("http://localhost:8000"),
  JOBS_CONCURRENCY: z.coerce.number().int().optional(),
  JOBS_POLL_INTERVAL_MS: z.coerce.number().int().optional(),
  FACTS_LOOK_BACK_DAYS: z.coerce.number().int().optional(),
  PAYMENT_WEBHOOKS_MAX_BODY_BYTES: z.coerce.number().int().optional(),
  MAIL_FROM: z.string().optional(),
  MAIL_REPLY_TO: z.string().optional(),
  MAIL_LOCALE: z.string().optional(),
  MAIL_MERCHANT: list,
  DIGITAL_DOWNLOAD_PAGE: z.string().optional(),
  DIGITAL_LINK_MINUTES: z.coerce.number().int().optional(),
  DIGITAL_MAX_FILE_BYTES: z.coerce.number().int().optional(),
  DIGITAL_COUNTRY_HEADER: z.string().optional(),
  MESSAGES_KEEP_BODY_DAYS: z.coerce.number().int().optional(),
  MESSAGES_KEEP_DAYS: z.coerce.number().int().optional(),
  MESSAGES_ARCHIVE_DIR: z.string().optional(),
  UNSUBSCRIBE_PAGE: z.string().optional(),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().optional(),
  SMTP_TLS: z.string().optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_CONNECTIONS: z.coerce.number().int().optional(),
  SMTP_TIMEOUT_MS: z.coerce.number().int().optional(),
  SENDGRID_API_KEY: z.string().optional(),
  SENDGRID_WEBHOOK_PUBLIC_KEY: z.string().optional(),
  SENDGRID_TIMEOUT_MS: z.coerce.number().int().optional(),
  SENDGRID_HOST: z.string().optional(),
  SENDGRID_SANDBOX: choice,
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z.string().optional(),
  TWILIO_MESSAGING_SERVICE_SID: z.string().optional(),
  TWILIO_TEMPLATES: optionalList,
  TWILIO_TIMEOUT_MS: z.coerce.number().int().optional(),
  TWILIO_HOST: z.string().optional(),
  ORDER_OPEN_MINUTES: z.coerce.number().optional(),
  ORDER_LINK_DAYS: z.coerce.number().optional(),
  ORDER_PAGE: z.string().optional(),
  CONFIRM_EMAIL_PAGE: z.string().optional(),
  EMAIL_VERIFICATION: z.string().optional(),
  EMAIL_LINK_MINUTES: z.coerce.number().optional(),
  SECURE_ACCOUNT_PAGE: z.string().optional(),
  LOGIN_EVENTS_DURABLE: choice,
  LOGIN_EVENTS_KEEP_DAYS: z.coerce.number().int().optional(),
  LOGIN_EVENTS_KEEP_IP_DAYS: z.coerce.number().int().optional(),
  LOGIN_EVENTS_NEW_DEVICE_MAIL: choice,
  LOGIN_EVENTS_BURST_FAILURES: z.coerce.number().int().optional(),
  LOGIN_EVENTS_BURST_IP_FAILURES: z.coerce.number().int().optional(),
  LOGIN_EVENTS_BURST_MINUTES: z.coerce.number().int().optional(),
  BRAND_NAME: z.string().optional(),
  BRAND_LOGO_URL: z.string().optional(),
  BRAND_COLOR: z.string().optional(),
  BRAND_BACKGROUND_COLOR: z.string().optional(),
  BRAND_ADDRESS: z.string().optional(),
  BRAND_FOOTER: z.string().optional(),
  RAZORPAY_KEY_ID: z.string().optional(),
  RAZORPAY_KEY_SECRET: z.string().optional(),
  RAZORPAY_WEBHOOK_SECRET: z.string().optional(),
  RAZORPAY_WEBHOOK_SECRET_PREVIOUS: z.string().optional(),
  RAZORPAY_CAPTURE: flag,
  RAZORPAY_NAME: z.string().optional(),
  RAZORPAY_HOST: z.string().optional(),
  RAZORPAY_SIMULATOR: flag,
  SESSIONS_REFRESH_DAYS: z.coerce.number().int().optional(),
  SESSIONS_REFRESH_EXPIRED: choice,
  SESSIONS_COOKIE_HOURS: z.coerce.number().int().optional(),
  SESSIONS_COOKIE_IDLE_MINUTES: z.coerce.number().int().optional(),
  SESSIONS_KEEP_DAYS: z.coerce.number().int().optional(),
  SIGN_IN_PRESET: z.string().optional(),
  PASSWORD_HASH_LOG_N: z.coerce.number().int().min(10).max(20).default(15),
  PASSWORD_MIN: z.coerce.number().optional(),
  WORKFLOWS_BY_HAND: choice,
  TWO_FACTOR_ADMINS: z.string().optional(),
  TWO_FACTOR_CUSTOMERS: z.string().optional(),
  TWO_FACTOR_GRACE_DAYS: z.coerce.number().optional(),
  TWO_FACTOR_EMAIL_CODES: choice,
  TWO_FACTOR_STEP_UP: optionalList,
  STORE_PAGE_SIZE: z.coerce.number().optional(),
  ADMIN_PAGE_SIZE: z.coerce.number().optional(),
  ADMIN_ORIGINS: optionalList,
  ADMIN_SCRIPT_ORIGINS: optionalList,
  RECONCILIATION_GRACE_SECONDS: z.coerce.number().int().optional(),
  RECONCILIATION_UNANSWERED_SECONDS: z.coerce.number().int().optional(),
  RECONCILIATION_POLL_MINUTES: z.coerce.number().int().optional(),
  RECONCILIATION_LOOK_BACK_DAYS: z.coerce.number().int().optional(),
  RECONCILIATION_SURPLUS_PER_HOUR: z.coerce.number().int().optional(),
  CASH_ON_DELIVERY_FEE: amounts,
  CASH_ON_DELIVERY_FEE_TITLE: z.string().optional(),
  CASH_ON_DELIVERY_MINIMUM: amounts,
  CASH_ON_DELIVERY_MAXIMUM: amounts,
  CASH_ON_DELIVERY_OPEN_ORDERS: z.coerce.number().int().optional(),
  STRIPE_API_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_WEBHOOK_SECRET_PREVIOUS: z.string().optional(),
  STRIPE_CAPTURE: flag,
  STRIPE_AUTOMATIC_PAYMENT_METHODS: flag,
  STRIPE_PAYMENT_DESCRIPTION: z.string().optional(),
  STRIPE_HOST: z
    .url({ protocol: /^https?$/, error: "must be an http or https URL" })
    .optional(),
  TESTIMONIALS_INVITE_TTL_DAYS: z.coerce.number().int().optional(),
  TESTIMONIALS_CONSENT_TEXT: z.string().optional(),
})

/** What a store in production must bring; elsewhere a development default serves. */
const REQUIRED_IN_PRODUCTION = [
  "DATABASE_URL",
  "JWT_SECRET",
  "COOKIE_SECRET",
  "AUTH_MFA_ENCRYPTION_KEY",
  "SUITE_SECRET",
  // Below the build they would be gone with the next one.
  "UPLOADS_DIR",
] as const

export type Environment = z.infer<typeof environmentSchema>

/** One line, no stack: the operator needs the variable's name and what it may hold. */
function configurationError(message: string): Error {
  const error = new Error(message)
  error.stack = ""
  return error
}

/**
 * Reads and checks the environment. Empty variables count as absent.
 * @throws one line that names the variable and what is allowed.
 */
export function readEnvironment(
  source: Record<string, string | undefined> = process.env,
  command: string | undefined = process.argv[2]
): Environment {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== "")
  )
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw configurationError(
      `Environment variable ${issue?.path.join(".")}: ${issue?.message} (see .env.template)`
    )
  }
  const environment = parsed.data
  const serving = SERVING_COMMANDS.has(command ?? "")
  if (environment.NODE_ENV === "production" && serving) {
    const missing = REQUIRED_IN_PRODUCTION.find((name) => !environment[name])
    if (missing) {
      throw configurationError(
        `Environment variable ${missing} is required when NODE_ENV is production (see .env.template)`
      )
    }
  }
  refuseSimulator(environment)
  return environment
}

/** `npm start` runs its demo with NODE_ENV=production too: what tells it is that nobody else can reach it. */
const isOwnDemo = (environment: Environment) =>
  environment.DEMO && isLocalHttp(backendUrl(environment))

function refuseSimulator(environment: Environment) {
  if (environment.RAZORPAY_SIMULATOR && !isOwnDemo(environment)) {
    throw configurationError(
      "Environment variable RAZORPAY_SIMULATOR is only for the demo store on this machine (DEMO=true, BACKEND_URL http://localhost…): orders would be paid with no money (see .env.template)"
    )
  }
}

/** The address that shoppers and admins reach, without a trailing slash. */
export function backendUrl(environment: Environment): string {
  const url = environment.BACKEND_URL ?? `http://localhost:${environment.PORT}`
  return url.replace(/\/+$/, "")
}

/** A browser drops `Secure` cookies that come over plain http, so a local http store must go without. */
export function isLocalHttp(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === "http:" && LOCAL_HOSTS.has(hostname)
}

/**
 * Uploads live outside the build, public apart from private, and survive the next build. What the suite keeps private
 * lies apart from both: Medusa's own routes reach what its private folder holds.
 */
export function uploadDirectories(environment: Environment) {
  const root = path.resolve(environment.UPLOADS_DIR ?? ".store/uploads")
  return {
    public: path.join(root, "public"),
    private: path.join(root, "private"),
    files: environment.FILES_DIR ?? path.join(root, "files"),
  }
}

function stripeHost(url: string | undefined) {
  if (!url) {
    return undefined
  }
  const { protocol, hostname, port } = new URL(url)
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port: port ? Number(port) : undefined,
  }
}

/** Nothing, when nothing of it is set: half of it is a mistake that is told at boot. */
const unlessEmpty = <Options extends object>(options: Options) =>
  Object.values(options).some((value) => value !== undefined)
    ? options
    : undefined

const s3Of = (environment: Environment) =>
  unlessEmpty({
    endpoint: environment.S3_ENDPOINT,
    region: environment.S3_REGION,
    bucket: environment.S3_BUCKET,
    privateBucket: environment.S3_PRIVATE_BUCKET,
    accessKeyId: environment.S3_ACCESS_KEY_ID,
    secretAccessKey: environment.S3_SECRET_ACCESS_KEY,
    fileUrl: environment.S3_FILE_URL,
    prefix: environment.S3_PREFIX,
    forcePathStyle: environment.S3_FORCE_PATH_STYLE,
    acl: environment.S3_ACL,
  })

const smtpOf = (environment: Environment) =>
  unlessEmpty({
    host: environment.SMTP_HOST,
    port: environment.SMTP_PORT,
    tls: environment.SMTP_TLS,
    user: environment.SMTP_USER,
    password: environment.SMTP_PASSWORD,
    connections: environment.SMTP_CONNECTIONS,
    timeoutMs: environment.SMTP_TIMEOUT_MS,
  })

/** The same for SendGrid. */
function sendgridOf(environment: Environment) {
  return unlessEmpty({
    apiKey: environment.SENDGRID_API_KEY,
    webhookPublicKey: environment.SENDGRID_WEBHOOK_PUBLIC_KEY,
    timeoutMs: environment.SENDGRID_TIMEOUT_MS,
    host: environment.SENDGRID_HOST,
    sandbox: environment.SENDGRID_SANDBOX,
  })
}

/** The same for Twilio, which refuses to call back to this machine, unless it is a simulator here. */
function twilioOf(environment: Environment) {
  const { BACKEND_URL, TWILIO_HOST } = environment
  const isReached = BACKEND_URL && (TWILIO_HOST || !isLocalHttp(BACKEND_URL))
  const twilio = unlessEmpty({
    accountSid: environment.TWILIO_ACCOUNT_SID,
    authToken: environment.TWILIO_AUTH_TOKEN,
    from: environment.TWILIO_FROM,
    messagingServiceSid: environment.TWILIO_MESSAGING_SERVICE_SID,
    templates: environment.TWILIO_TEMPLATES,
    timeoutMs: environment.TWILIO_TIMEOUT_MS,
    host: TWILIO_HOST,
  })
  return twilio && { ...twilio, ...(isReached && { publicUrl: BACKEND_URL }) }
}

/** The suite's options in the app life, built from the environment and nowhere else. */
export function suiteOptions(environment: Environment): CommerceSuiteOptions {
  const off = Object.fromEntries(
    environment.SUITE_FEATURES_OFF.map((slug) => [slug, false])
  )
  return {
    general: {
      secret: environment.SUITE_SECRET,
      storefrontUrl: environment.STOREFRONT_URL,
      backendUrl: backendUrl(environment),
      trustedHops: environment.TRUSTED_PROXY_HOPS,
      storefrontIps: environment.STOREFRONT_IPS,
      storefrontSecret: environment.STOREFRONT_SECRET,
    },
    doctor: {
      override: environment.SUITE_DOCTOR_OVERRIDE,
      rollingDeploySeconds: environment.SUITE_ROLLING_DEPLOY_SECONDS,
    },
    jobs: {
      concurrency: environment.JOBS_CONCURRENCY,
      pollIntervalMs: environment.JOBS_POLL_INTERVAL_MS,
    },
    messages: {
      from: environment.MAIL_FROM,
      replyTo: environment.MAIL_REPLY_TO,
      locale: environment.MAIL_LOCALE,
      merchant: environment.MAIL_MERCHANT,
      openMailbox: isOwnDemo(environment) || undefined,
      adminUrl: `${backendUrl(environment)}/app`,
      keepBodyDays: environment.MESSAGES_KEEP_BODY_DAYS,
      keepDays: environment.MESSAGES_KEEP_DAYS,
      archiveDir: environment.MESSAGES_ARCHIVE_DIR,
      links: {
        unsubscribe: environment.UNSUBSCRIBE_PAGE,
        emailChange: environment.CONFIRM_EMAIL_PAGE,
        secureAccount: environment.SECURE_ACCOUNT_PAGE,
      },
      smtp: smtpOf(environment),
      sendgrid: sendgridOf(environment),
      twilio: twilioOf(environment),
      brand: {
        name: environment.BRAND_NAME,
        logoUrl: environment.BRAND_LOGO_URL,
        color: environment.BRAND_COLOR,
        backgroundColor: environment.BRAND_BACKGROUND_COLOR,
        address: environment.BRAND_ADDRESS,
        footer: environment.BRAND_FOOTER,
      },
    },
    accounts: {
      emailLinkMinutes: environment.EMAIL_LINK_MINUTES,
      verification: environment.EMAIL_VERIFICATION,
    },
    "login-events": {
      durable: environment.LOGIN_EVENTS_DURABLE,
      keepDays: environment.LOGIN_EVENTS_KEEP_DAYS,
      keepIpDays: environment.LOGIN_EVENTS_KEEP_IP_DAYS,
      newDeviceMail: environment.LOGIN_EVENTS_NEW_DEVICE_MAIL,
      burst: {
        failures: environment.LOGIN_EVENTS_BURST_FAILURES,
        ipFailures: environment.LOGIN_EVENTS_BURST_IP_FAILURES,
        minutes: environment.LOGIN_EVENTS_BURST_MINUTES,
      },
    },
    "digital-products": {
      downloadPage: environment.DIGITAL_DOWNLOAD_PAGE,
      linkMinutes: environment.DIGITAL_LINK_MINUTES,
      maxFileBytes: environment.DIGITAL_MAX_FILE_BYTES,
      countryHeader: environment.DIGITAL_COUNTRY_HEADER,
    },
    facts: { lookBackDays: environment.FACTS_LOOK_BACK_DAYS },
    files: {
      dir: uploadDirectories(environment).files,
      s3: s3Of(environment),
      uploadTypes: environment.UPLOAD_TYPES.length
        ? environment.UPLOAD_TYPES
        : undefined,
      uploadMaxBytes: environment.UPLOAD_MAX_BYTES,
    },
    "order-access": {
      openMinutes: environment.ORDER_OPEN_MINUTES,
      linkDays: environment.ORDER_LINK_DAYS,
      orderPage: environment.ORDER_PAGE,
    },
    "payment-webhooks": {
      maxBodyBytes: environment.PAYMENT_WEBHOOKS_MAX_BODY_BYTES,
    },
    razorpay: {
      keyId: environment.RAZORPAY_KEY_ID,
      keySecret: environment.RAZORPAY_KEY_SECRET,
      webhookSecret: environment.RAZORPAY_WEBHOOK_SECRET,
      previousWebhookSecret: environment.RAZORPAY_WEBHOOK_SECRET_PREVIOUS,
      capture: environment.RAZORPAY_CAPTURE,
      name: environment.RAZORPAY_NAME,
      host: environment.RAZORPAY_HOST,
      simulator: environment.RAZORPAY_SIMULATOR,
    },
    reconciliation: {
      graceSeconds: environment.RECONCILIATION_GRACE_SECONDS,
      unansweredSeconds: environment.RECONCILIATION_UNANSWERED_SECONDS,
      pollMinutes: environment.RECONCILIATION_POLL_MINUTES,
      lookBackDays: environment.RECONCILIATION_LOOK_BACK_DAYS,
      surplusPerHour: environment.RECONCILIATION_SURPLUS_PER_HOUR,
    },
    "request-guards": {
      storePageSize: environment.STORE_PAGE_SIZE,
      adminPageSize: environment.ADMIN_PAGE_SIZE,
      adminOrigins: environment.ADMIN_ORIGINS,
      adminScriptOrigins: environment.ADMIN_SCRIPT_ORIGINS,
    },
    sessions: {
      refreshDays: environment.SESSIONS_REFRESH_DAYS,
      refreshExpired: environment.SESSIONS_REFRESH_EXPIRED,
      cookieHours: environment.SESSIONS_COOKIE_HOURS,
      cookieIdleMinutes: environment.SESSIONS_COOKIE_IDLE_MINUTES,
      keepDays: environment.SESSIONS_KEEP_DAYS,
    },
    "sign-in": {
      preset: environment.SIGN_IN_PRESET,
      passwordMin: environment.PASSWORD_MIN,
      workflowsByHand: environment.WORKFLOWS_BY_HAND,
    },
    "cash-on-delivery": {
      fee: environment.CASH_ON_DELIVERY_FEE,
      feeTitle: environment.CASH_ON_DELIVERY_FEE_TITLE,
      minimum: environment.CASH_ON_DELIVERY_MINIMUM,
      maximum: environment.CASH_ON_DELIVERY_MAXIMUM,
      openOrders: environment.CASH_ON_DELIVERY_OPEN_ORDERS,
    },
    stripe: {
      apiKey: environment.STRIPE_API_KEY,
      webhookSecret: environment.STRIPE_WEBHOOK_SECRET,
      previousWebhookSecret: environment.STRIPE_WEBHOOK_SECRET_PREVIOUS,
      capture: environment.STRIPE_CAPTURE,
      automaticPaymentMethods: environment.STRIPE_AUTOMATIC_PAYMENT_METHODS,
      paymentDescription: environment.STRIPE_PAYMENT_DESCRIPTION,
      host: stripeHost(environment.STRIPE_HOST),
    },
    "two-factor": {
      admins: environment.TWO_FACTOR_ADMINS,
      customers: environment.TWO_FACTOR_CUSTOMERS,
      graceDays: environment.TWO_FACTOR_GRACE_DAYS,
      emailCodes: environment.TWO_FACTOR_EMAIL_CODES,
      stepUp: environment.TWO_FACTOR_STEP_UP,
    },
    testimonials: {
      inviteTtlDays: environment.TESTIMONIALS_INVITE_TTL_DAYS,
      consentText: environment.TESTIMONIALS_CONSENT_TEXT,
    },
    ...off,
  } as CommerceSuiteOptions
}
