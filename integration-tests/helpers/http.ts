export type Json = Record<string, unknown>
export type Reply<T = Json> = { status: number; body: T; headers: Headers }
export type HttpClient = ReturnType<typeof httpClient>

type RequestOptions = {
  body?: unknown
  headers?: Record<string, string>
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * A client that never throws on a status: specs assert it.
 * A body that is a string goes out as it is, anything else as JSON.
 */
export function httpClient(
  url: string,
  defaultHeaders: Record<string, string> = {}
) {
  async function send<T>(
    method: string,
    path: string,
    { body, headers }: RequestOptions = {}
  ): Promise<Reply<T>> {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...defaultHeaders,
        ...headers,
      },
      body:
        body === undefined || typeof body === "string"
          ? body
          : JSON.stringify(body),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: (await readBody(response)) as T,
    }
  }
  return {
    url,
    headers: defaultHeaders,
    send,
    get: <T = Json>(path: string, options?: RequestOptions) =>
      send<T>("GET", path, options),
    post: <T = Json>(
      path: string,
      body: unknown = {},
      options?: RequestOptions
    ) => send<T>("POST", path, { ...options, body }),
    delete: <T = Json>(path: string, options?: RequestOptions) =>
      send<T>("DELETE", path, options),
  }
}

/** The body of an answer that a helper, not a spec, depends on. */
export async function expectOk<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { status, body } = await reply
  if (status < 200 || status > 299) {
    throw new Error(`Answered ${status}: ${JSON.stringify(body)}`)
  }
  return body
}
