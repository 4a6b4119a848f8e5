import type { AdminLoginEvent } from "../../../../types/login-events"

export const CSV_COLUMNS = [
  "occurred_at",
  "id",
  "actor_type",
  "actor_id",
  "identifier_hash",
  "provider",
  "outcome",
  "ip",
  "browser",
  "os",
  "device_kind",
  "is_new_device",
  "is_first_login",
  "request_id",
] as const satisfies readonly (keyof AdminLoginEvent)[]
