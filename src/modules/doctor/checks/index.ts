import type { ConfigCheck, StoreCheck } from "../finding"
import { coreTableObjects } from "./core-table-objects"
import { defaultSecrets } from "./default-secrets"
import { deliveryReports } from "./delivery-reports"
import { duplicateOrders } from "./duplicate-orders"
import { lockingPostgres } from "./locking-postgres"
import { mailbox } from "./mailbox"
import { passwordHash } from "./password-hash"
import { postgres } from "./postgres"
import { privateFiles } from "./private-files"
import { queue } from "./queue"
import { razorpay } from "./razorpay"
import { redis } from "./redis"
import { severalInstances } from "./several-instances"
import { stripe } from "./stripe"
import { suiteSecretCheck } from "./suite-secret"
import { trustedHops } from "./trusted-hops"

/** They run at every boot. */
export const CONFIG_CHECKS: ConfigCheck[] = [
  lockingPostgres,
  defaultSecrets,
  suiteSecretCheck,
  passwordHash,
  razorpay,
  stripe,
  deliveryReports,
  mailbox,
  trustedHops,
]

/** They ask Postgres, Redis or S3, and run on demand. */
export const STORE_CHECKS: StoreCheck[] = [
  postgres,
  severalInstances,
  redis,
  privateFiles,
  duplicateOrders,
  coreTableObjects,
  queue,
]
