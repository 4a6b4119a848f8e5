import type { LoginOutcome } from "../types/login-events"

/** An answer of Medusa's `/auth` routes, or of the one by which an admin has another's password reset. */
export type AuthAnswer = {
  method: string
  /** As the client wrote it, without the query. */
  path: string
  status: number
  body: unknown
  /** Whether the request came with a login that counts. */
  isSignedIn: boolean
}

/** What was tried, where the path tells it. */
export type LoginAttempt = {
  outcome: LoginOutcome
  actor_type: string | null
  provider: string | null
  /** Whose account it is, where the path names it. */
  actor_id: string | null
}

type Body = Partial<
  Record<"token" | "mfa_required" | "verification_required", unknown>
>
type Judge = (answer: AuthAnswer) => LoginOutcome | null

const READS = new Set(["GET", "HEAD"])

const isGood = ({ status }: AuthAnswer) => status >= 200 && status < 300

/**
 * What an answer says about somebody's attempt to get in, or null when it was none. Express
 * takes paths in any case, percent-encoded and with a slash at the end, and lets HEAD and GET
 * sign in as POST does: each of them counts.
 *
 * @example loginAttempt({ method: "POST", path: "/auth/customer/emailpass", status: 401, … })
 *   // { outcome: "wrong_credentials", actor_type: "customer", provider: "emailpass" }
 */
export function loginAttempt(answer: AuthAnswer): LoginAttempt | null {
  const [root, ...rest] = segments(answer.path)
  if (root?.toLowerCase() === "admin") {
    return adminReset(rest, answer)
  }
  if (root?.toLowerCase() !== "auth") {
    return null
  }
  const { judge, isOfActor } = judgeOf(rest, answer.method)
  const outcome = judge && outcomeBy(judge, answer)
  if (!outcome) {
    return null
  }
  const [actor_type = null, provider = null] = isOfActor ? rest : []
  return { outcome, actor_type, provider, actor_id: null }
}

/** `/admin/users/:id/reset-password` */
function adminReset(path: string[], answer: AuthAnswer): LoginAttempt | null {
  const [users, actor_id = null, action] = path
  const isReset =
    path.length === 3 &&
    users?.toLowerCase() === "users" &&
    action?.toLowerCase() === "reset-password"
  return isReset && answer.method === "POST" && isGood(answer)
    ? {
        ...{ outcome: "reset_requested", actor_type: "user", actor_id },
        provider: "emailpass",
      }
    : null
}

function segments(path: string): string[] {
  try {
    return path.split("/").filter(Boolean).map(decodeURIComponent)
  } catch {
    // Express refuses it before any route.
    return []
  }
}

/** Turned away and broken look alike everywhere. */
function outcomeBy(judge: Judge, answer: AuthAnswer): LoginOutcome | null {
  if (answer.status === 429) {
    return "throttled"
  }
  return answer.status >= 500 ? "error" : judge(answer)
}

/** Which route it was; those that come first in Express come first here. */
function judgeOf(
  path: string[],
  method: string
): { judge?: Judge; isOfActor?: boolean } {
  const words = path.map((word) => word.toLowerCase())
  const route = `${READS.has(method) ? "GET" : method} ${words.length} ${words[0]}`
  const own = OWN_ROUTES.find(
    ({ of, ends }) =>
      of === route && (!ends || ends.includes(words.at(-1) ?? ""))
  )
  if (own) {
    return { judge: own.judge }
  }
  return { judge: actorJudge(words, method), isOfActor: true }
}

function actorJudge(words: string[], method: string): Judge | undefined {
  const [, provider, action] = words
  const isRead = READS.has(method)
  if (!isRead && method !== "POST") {
    return undefined
  }
  if (words.length === 2) {
    return isRead && provider === "providers" ? undefined : signIn
  }
  if (words.length !== 3) {
    return undefined
  }
  return action === "callback"
    ? signIn
    : isRead
      ? undefined
      : POSTS[action ?? ""]
}

/** Of the two steps of a reset, and of a registration, which is no sign-in unless it is turned away. */
const POSTS: Partial<Record<string, Judge>> = {
  "reset-password": (answer) => (isGood(answer) ? "reset_requested" : null),
  update: (answer) =>
    isGood(answer)
      ? "reset_done"
      : answer.status === 401
        ? "token_refused"
        : null,
  register: () => null,
}

const signIn: Judge = (answer) =>
  isGood(answer) ? gotIn(answer, "success") : "wrong_credentials"

/** Null where the provider sends the browser elsewhere first. */
function gotIn({ body }: AuthAnswer, outcome: LoginOutcome) {
  const { token, mfa_required, verification_required } = (body ?? {}) as Body
  if (verification_required) {
    return "verification_required"
  }
  if (mfa_required) {
    return "mfa_required"
  }
  return token ? outcome : null
}

const refused: Judge = ({ status }) => (status === 401 ? "token_refused" : null)

const refresh: Judge = (answer) =>
  isGood(answer) ? gotIn(answer, "refreshed") : refused(answer)

/** A code is only looked at for somebody who is known; where it is missing, Medusa calls the input invalid. */
const codeRefused: Judge = (answer) => {
  if (!answer.isSignedIn || answer.status === 404) {
    return refused(answer)
  }
  return isInvalid(answer) ? null : "mfa_failed"
}

const isInvalid = ({ body }: AuthAnswer) =>
  (body as { type?: unknown } | undefined)?.type === "invalid_data"

const challenge: Judge = (answer) =>
  isGood(answer) ? "mfa_passed" : codeRefused(answer)

/** To set up or drop a factor is no sign-in, but guessing its code is an attack. */
const factor: Judge = (answer) => (isGood(answer) ? null : codeRefused(answer))

const OWN_ROUTES: { of: string; ends?: string[]; judge?: Judge }[] = [
  { of: "POST 1 session", judge: refused },
  {
    of: "POST 1 logout",
    judge: (answer) =>
      isGood(answer) && answer.isSignedIn ? "logged_out" : null,
  },
  { of: "GET 1 token", judge: refused },
  {
    of: "DELETE 1 session",
    judge: (answer) => (isGood(answer) ? "logged_out" : null),
  },
  { of: "POST 2 token", ends: ["refresh"], judge: refresh },
  { of: "POST 4 mfa", ends: ["verify"], judge: mfaVerification },
  { of: "DELETE 3 mfa", judge: factor },
  { of: "GET 2 mfa", ends: ["factors"] },
  { of: "POST 2 mfa", ends: ["factors", "recovery-codes"] },
  { of: "POST 2 verification", ends: ["request", "confirm"] },
]

function mfaVerification(answer: AuthAnswer) {
  const [, , kind] = segments(answer.path)
  return kind?.toLowerCase() === "challenges"
    ? challenge(answer)
    : factor(answer)
}
