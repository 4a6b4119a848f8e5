import type { IncomingMessage, ServerResponse } from "node:http"
import { configManager } from "@medusajs/framework/config"
import helmet, { type HelmetOptions } from "helmet"
import { suiteOptions } from "../../config/suite-options"
import type { ResolvedSuiteOptions } from "../../config"

type Header = [name: string, value: string]
type Kind = "admin" | "upload" | "other"

/** Once per options: helmet would write the same words for each request anew. */
const known = new WeakMap<ResolvedSuiteOptions, Record<Kind, Header[]>>()

/**
 * Gives every answer of this process helmet's headers, those of Medusa's `/app`, `/static` and `/health` too.
 * A route may set others of its own.
 */
export function setSecurityHeaders(
  { url = "" }: IncomingMessage,
  response: ServerResponse
) {
  const options = suiteOptions()
  if (!options["request-guards"] || !options["request-guards"].headers) {
    return
  }
  const headers = known.get(options) ?? headersFor(options)
  known.set(options, headers)
  for (const [name, value] of headers[kindOf(url)]) {
    response.setHeader(name, value)
  }
  hideFramework(response)
}

/** Express names itself after this; what has to be undone last is undone when the head is written. */
function hideFramework(response: ServerResponse) {
  const { writeHead } = response
  response.writeHead = function (this: ServerResponse, ...head: unknown[]) {
    this.removeHeader("X-Powered-By")
    return Reflect.apply(writeHead, this, head) as ServerResponse
  } as ServerResponse["writeHead"]
}

const isBelow = (url: string, path: string) =>
  url.startsWith(path) && ["", "/", "?"].includes(url.charAt(path.length))

/** Express takes capitals for small letters. */
function kindOf(url: string): Kind {
  const path = url.slice(0, 100).toLowerCase()
  if (isBelow(path, configManager.config.admin.path.toLowerCase())) {
    return "admin"
  }
  return isBelow(path, "/static") ? "upload" : "other"
}

function headersFor(options: ResolvedSuiteOptions): Record<Kind, Header[]> {
  const isHttps = options.general.backendUrl.startsWith("https:")
  const common: HelmetOptions = {
    ...(!isHttps && { strictTransportSecurity: false }),
  }
  // In the open it would turn the store's own http addresses into https ones.
  const upgradeInsecureRequests = isHttps ? [] : null
  return {
    admin: headersOf({
      ...common,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { ...adminDirectives(options), upgradeInsecureRequests },
      },
      // A picture of the storage's, or a widget's service, says nothing about who may embed it.
      crossOriginEmbedderPolicy: false,
    }),
    upload: headersOf({
      ...common,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: UPLOAD_DIRECTIVES,
      },
      // The storefront shows the products' pictures from another origin.
      crossOriginResourcePolicy: { policy: "cross-origin" },
    }),
    other: headersOf({
      ...common,
      contentSecurityPolicy: { directives: { upgradeInsecureRequests } },
    }),
  }
}

function headersOf(options: HelmetOptions): Header[] {
  const headers: Header[] = []
  const recorder = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  }
  helmet(options)(
    {} as IncomingMessage,
    recorder as unknown as ServerResponse,
    (error) => {
      if (error) {
        throw error as Error
      }
    }
  )
  return headers
}

/** Nothing that somebody uploaded may run, whatever it says it is. */
const UPLOAD_DIRECTIVES = {
  defaultSrc: ["'none'"],
  imgSrc: ["'self'", "data:"],
  mediaSrc: ["'self'"],
  styleSrc: ["'unsafe-inline'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}

const isWeb = (origin: string) => /^https?:/.test(origin)

/**
 * What Medusa's dashboard and the suite's pages need: scripts of this server, styles that its components
 * write into the page, pictures and uploads at whatever storage there is. Of the origins that the options add, only those
 * that are meant to give scripts may: a storage's holds what anybody uploaded.
 */
function adminDirectives({ general, ...options }: ResolvedSuiteOptions) {
  const { adminOrigins = [], adminScriptOrigins = [] } =
    options["request-guards"] || {}
  const { backendUrl = "" } = configManager.config.admin
  const own = [general.backendUrl, backendUrl]
    .filter((url) => URL.canParse(url))
    .map((url) => new URL(url).origin)
  const added = [...adminOrigins, ...adminScriptOrigins]
  const origins = [...new Set([...own, ...added])]
  // Only there does Vite serve the dashboard, with scripts in the page and a socket for changes.
  const forVite = configManager.isProduction
    ? { scripts: [], sockets: [] }
    : {
        scripts: ["'unsafe-inline'", "'unsafe-eval'"],
        sockets: ["ws:", "wss:"],
      }
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...forVite.scripts, ...adminScriptOrigins],
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", "data:"],
    imgSrc: ["'self'", "data:", "blob:", "https:", ...origins],
    mediaSrc: ["'self'", "data:", "blob:", "https:", ...origins],
    connectSrc: ["'self'", "https:", ...forVite.sockets, ...origins],
    workerSrc: ["'self'", "blob:"],
    frameSrc: ["'self'", "blob:", ...new Set(added.filter(isWeb))],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  }
}
