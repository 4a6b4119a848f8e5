import { asyncContext, runWith } from "./async-context"

/** What set something in motion. */
export type Cause =
  "storefront" | "admin" | "webhook" | "reconcile" | "job" | "system"

/** Who did it, and through which door: one per request or job. */
export type Actor = {
  cause: Cause
  /** "customer", "user", "api-key"; null for a guest and for the store itself. */
  actor_type: string | null
  actor_id: string | null
  request_id: string | null
}

const NOBODY: Actor = {
  cause: "system",
  actor_type: null,
  actor_id: null,
  request_id: null,
}

/**
 * Runs something on somebody's behalf; all that it awaits sees the actor.
 *
 * @param actor - or a function that tells it, asked when somebody wants to know: at the start of
 *   a request nobody has looked at its login yet
 */
export function actAs<Result>(
  actor: Partial<Actor> | (() => Partial<Actor>),
  work: () => Result
): Result {
  const tell = typeof actor === "function" ? actor : () => actor
  return runWith({ actor: () => ({ ...NOBODY, ...tell() }) }, work)
}

/** On whose behalf the current code runs. */
export function currentActor(): Actor {
  return asyncContext().actor?.() ?? NOBODY
}
