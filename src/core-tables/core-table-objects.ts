import type { FeatureSlug } from "../config"

/**
 * A trigger, function or index of the suite on one of Medusa's own tables. Never a migration:
 * in the plugin life those tables do not exist yet when the suite's migrations run.
 */
export type CoreTableObject = {
  /** Unique; names the object in the log and for the doctor. */
  name: string
  feature: FeatureSlug
  /** SQL statements that create it, idempotent: `create or replace`, `drop … if exists` first. */
  create: string
  /** SQL that removes it, idempotent. */
  remove: string
  /** Rows that stand against it, such as duplicates against a unique index; it waits until there are none. */
  obstacles?: string
}
