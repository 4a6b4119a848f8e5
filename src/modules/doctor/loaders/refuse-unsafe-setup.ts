import type { ClientConfig } from "@medusajs/framework/pg"
import type { LoaderOptions, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isServing } from "../../../utils/is-serving"
import { heed, heedConfiguration } from "../boot"
import { examinePrivateFiles, PRIVATE_FILES } from "../checks/private-files"
import { currentSetup } from "../current-setup"
import { becomeInstance } from "../running-instance"

/** Knex knows how Medusa connects, whatever the configuration says of TLS and passwords. */
type Knex = { client: { connectionSettings: ClientConfig } }

/** A loader that throws stops the boot; so an unsafe store never takes its first order. */
export async function refuseUnsafeSetupLoader({
  container,
  logger,
}: LoaderOptions) {
  if (!isServing()) {
    return
  }
  const setup = currentSetup()
  if (setup.suite.doctor === false) {
    return
  }
  const log = logger as Logger
  heedConfiguration(setup, log)
  const privacy = await examinePrivateFiles(setup)
  heed({ name: PRIVATE_FILES, ...privacy }, setup, log)
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  await becomeInstance(setup, knex.client.connectionSettings, log)
}
