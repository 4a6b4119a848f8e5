import type { MedusaContainer } from "@medusajs/framework/types"
import { SESSIONS_MODULE } from "../../modules/sessions"
import type SessionsModuleService from "../../modules/sessions/service"

export const sessionsIn = (container: Pick<MedusaContainer, "resolve">) =>
  container.resolve<SessionsModuleService>(SESSIONS_MODULE)
