import { randomBytes } from "node:crypto"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaService,
} from "@medusajs/framework/utils"
import type {
  AdminDigitalGrant,
  AdminDigitalProduct,
  AdminImportLicenceKeysResponse,
  DigitalGrantState,
  StoreDownload,
} from "../../types/digital-products"
import { addJob, type SqlExecutor } from "../../utils/add-job"
import type { Fact } from "../../utils/facts"
import { onConnection } from "../../utils/in-transaction"
import { once } from "../../utils/once"
import { accessToken, tokenHash } from "./access-token"
import {
  ANNOUNCE,
  BEGIN_CHECK,
  BUYERS,
  CLAIM_CHECK,
  type GrantFilters,
  grantsSql,
  NEXT_VERSION,
  PRODUCTS,
  SETTLE_CHECK,
} from "./admin-sql"
import { type GrantedUnit, grantUnits, noteEvents } from "./grant-units"
import {
  IS_DIGITAL,
  LINKED_FILE,
  type NewGrant,
  NOTE_DEVICE,
  REGRANT,
  RESTORE,
  REVOKE_ONE,
  REVOKE_ORDER,
  REVOKE_UNITS,
  USE_GRANT,
} from "./grants-sql"
import { importKeys } from "./import-keys"
import DigitalDownload from "./models/digital-download"
import DigitalFile from "./models/digital-file"
import DigitalGrant from "./models/digital-grant"
import DigitalGrantEvent from "./models/digital-grant-event"
import DigitalProduct from "./models/digital-product"
import DownloadAccess from "./models/download-access"
import LicenceKey from "./models/licence-key"
import { downloadsSql, OFFERS, type Owner, ownedFileSql } from "./store-sql"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: unknown }

type Page = { limit: number; offset: number }

/** Why grants are taken away, and by whom: a refund's or payment's id, or the admin. */
export type Revocation = { reason: string; by: string; now: Date }

/** How many units of which line; or all that an order has. */
export type RevokedUnits = "all" | { line_item_id: string; count: number }[]

export type Use = {
  grant_id: string
  file_id: string
  now: Date
  expires_at: Date
  country: string | null
  device: string | null
}

/** What a look at a file's bytes found; a hash of what buyers get, or what is wrong with it. */
export type CheckResult = {
  status: "ready" | "refused"
  sha256: string | null
  reason: string | null
}

export type Offer = {
  variant_id: string
  previews: { id: string; filename: string; content_type: string }[]
} & Record<string, unknown>

/** Keeps what is sold as files, who may download it, and how often they did. */
export default class DigitalProductsModuleService extends MedusaService({
  DigitalDownload,
  DigitalFile,
  DigitalGrant,
  DigitalGrantEvent,
  DigitalProduct,
  DownloadAccess,
  LicenceKey,
}) {
  protected readonly connection_: unknown

  constructor(...given: [dependencies: Dependencies, ...unknown[]]) {
    super(...given)
    this.connection_ = given[0][ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Whether an order has, or had, anything to download. */
  async isDigital(order_id: string): Promise<boolean> {
    return (await this.read_(IS_DIGITAL, [order_id, order_id])).length > 0
  }

  /** See `grantUnits`. Once per unit, whoever asks and how often. */
  grantUnits(
    units: Omit<NewGrant, "id">[],
    given: { now: Date; secret: string; cause: string }
  ): Promise<{ granted: GrantedUnit[]; without_key: number }> {
    return units.length === 0
      ? Promise.resolve({ granted: [], without_key: 0 })
      : this.run_((sql) => grantUnits(sql, { units, ...given }))
  }

  /**
   * Takes units away, the last of each line first.
   * @param fact - what it follows from; it takes them once, even if they were given back since
   * @returns the ids of those that were active until now
   */
  revokeUnits(
    order_id: string,
    units: RevokedUnits,
    { reason, by, now }: Revocation,
    fact?: Pick<Fact, "fact_id">
  ): Promise<string[]> {
    return this.run_(async (sql) => {
      const ids: string[] = []
      const revoke = async () => {
        const head = [now.toISOString(), reason, by]
        const found =
          units === "all"
            ? [await sql.execute(REVOKE_ORDER, [...head, order_id, reason])]
            : await inTurn(units, ({ line_item_id, count }) =>
                sql.execute(REVOKE_UNITS, [
                  ...head,
                  line_item_id,
                  reason,
                  count,
                ])
              )
        ids.push(...idsOf(found.flat()))
        await noteEvents(sql, ids, { action: "revoked", reason })
      }
      await (fact
        ? once(sql, fact, "digital-products-revoke", revoke)
        : revoke())
      return ids
    })
  }

  /** Gives back what one cause took. @returns how many */
  restoreUnits(order_id: string, by: string, reason: string): Promise<number> {
    return this.run_(async (sql) => {
      const ids = idsOf(await sql.execute(RESTORE, [order_id, by]))
      await noteEvents(sql, ids, { action: "regranted", reason })
      return ids.length
    })
  }

  /** @returns whether it was active until now */
  revokeGrant(id: string, { reason, by, now }: Revocation): Promise<boolean> {
    return this.change_(REVOKE_ONE, [now.toISOString(), reason, by, id], {
      ...{ action: "revoked" as const, reason, actor_id: by },
    })
  }

  /** Active again on the product's terms of now, with all its downloads. */
  regrant(id: string, { reason, by, now }: Revocation): Promise<boolean> {
    const at = now.toISOString()
    return this.change_(REGRANT, [at, at, id], {
      ...{ action: "regranted" as const, reason, actor_id: by },
    })
  }

  /**
   * Counts one use of a grant, if it has one left: atomic, on any number of instances.
   * @returns the id of the download, or nothing when the grant gives none any more
   */
  async useGrant(use: Use): Promise<string | undefined> {
    const now = use.now.toISOString()
    const [row] = await this.read_<{ id: string }>(USE_GRANT, [
      ...[use.grant_id, now, now, generateEntityId(undefined, "digdl")],
      ...[use.file_id, use.expires_at.toISOString(), use.country, use.device],
    ])
    return row?.id
  }

  /** The file behind a use's link, while its grant lives. */
  async findLinkedFile(downloadId: string, now: Date) {
    const [file] = await this.read_<{
      storage_key: string
      filename: string
      content_type: string
    }>(LINKED_FILE, [downloadId, now.toISOString()])
    return file
  }

  async noteDevice(
    downloadId: string,
    { device, country }: { device: string | null; country: string | null }
  ): Promise<void> {
    await this.read_(NOTE_DEVICE, [device, country, downloadId])
  }

  /** A page of what somebody bought; licence keys are sealed still. */
  async listDownloads(
    owner: Owner,
    { limit, offset }: Page
  ): Promise<{ downloads: StoreDownload[]; count: number }> {
    const [found] = await this.read_<{
      downloads: StoreDownload[]
      count: number
    }>(downloadsSql(owner), [owner.id, limit, offset])
    return found ?? { downloads: [], count: 0 }
  }

  /** One of somebody's grants with the file they mean; undefined when it is not theirs. */
  async findOwnedFile(owner: Owner, grantId: string, fileId?: string) {
    const file = fileId ?? null
    const [found] = await this.read_<{
      id: string
      state: DigitalGrantState
      file_id: string | null
    }>(ownedFileSql(owner), [file, file, owner.id, grantId])
    return found
  }

  /** The digital ones of some variants, as shoppers may know them. */
  listOffers(variantIds: string[]): Promise<Offer[]> {
    return this.read_(OFFERS, [JSON.stringify(variantIds)])
  }

  /** The token that opens an order's downloads: the same again whenever it is asked for. */
  async accessToken(order_id: string, secret: string): Promise<string> {
    const made = { id: generateEntityId(undefined, "dlaccess"), salt: salt() }
    await this.read_(
      `insert into download_access (id, order_id, salt, token_hash) values (?, ?, ?, ?)
       on conflict do nothing`,
      [made.id, order_id, made.salt, tokenHash(accessToken(made, secret))]
    )
    const [row] = await this.read_<typeof made>(
      "select id, salt from download_access where order_id = ? and deleted_at is null",
      [order_id]
    )
    return accessToken(row ?? made, secret)
  }

  /** Whose token it is; undefined for one that nobody got. */
  async findOrderOfToken(token: string): Promise<string | undefined> {
    const [row] = await this.read_<{ order_id: string }>(
      "select order_id from download_access where token_hash = ? and deleted_at is null",
      [tokenHash(token)]
    )
    return row?.order_id
  }

  /** By the id of Medusa's product, or its own. */
  listWithFiles(id: string): Promise<AdminDigitalProduct[]> {
    return this.read_(PRODUCTS, [id, id])
  }

  async listGrants(
    filters: GrantFilters,
    page: Page
  ): Promise<{ grants: AdminDigitalGrant[]; count: number }> {
    const { sql, values } = grantsSql(filters, page)
    const [found] = await this.read_<{
      grants: AdminDigitalGrant[]
      count: number
    }>(sql, values)
    return found ?? { grants: [], count: 0 }
  }

  /** What the next version of a file is called by. */
  async nextVersion(fileId: string, productId: string) {
    const [next] = await this.read_<{
      series_id: string
      kind: "main" | "preview"
      version: number
    }>(NEXT_VERSION, [fileId, productId])
    return next
  }

  importKeys(
    digital_product_id: string,
    keys: string[],
    secret: string
  ): Promise<AdminImportLicenceKeysResponse> {
    return this.run_((sql) =>
      importKeys(sql, { digital_product_id, keys, secret })
    )
  }

  /** Has an uploaded file looked at. @returns whether it waited for that */
  beginCheck(id: string): Promise<boolean> {
    return this.withJob_(BEGIN_CHECK, [id], "digital-products-check", { id })
  }

  /** Makes a copy the file that is looked at. @returns the key that it had, if it still waits for a look */
  async claimCheck(id: string, key: string): Promise<string | undefined> {
    const [before] = await this.read_<{ storage_key: string }>(CLAIM_CHECK, [
      ...[key, id],
    ])
    return before?.storage_key
  }

  /** Writes down what was found in a copy. @returns whether the file is still that copy */
  async settleCheck(
    id: string,
    key: string,
    { status, sha256, reason }: CheckResult
  ): Promise<boolean> {
    const values = [status, sha256, reason, id, key]
    return (await this.read_(SETTLE_CHECK, values)).length > 0
  }

  /** Has past buyers told of a file, once. @returns whether they were not told before */
  announceFile(id: string, now: Date): Promise<boolean> {
    return this.withJob_(
      ANNOUNCE,
      [now.toISOString(), id],
      "digital-products-announce",
      { file_id: id, after: "" }
    )
  }

  /** Up to `limit` orders, one of each buyer who may download a product, after one that came before. */
  async listBuyers(productId: string, after: string, limit: number) {
    const rows = await this.read_<{ order_id: string }>(BUYERS, [
      ...[productId, after, limit],
    ])
    return rows.map(({ order_id }) => order_id)
  }

  /** A write and the job that follows from it, or neither. */
  protected withJob_(
    statement: string,
    values: unknown[],
    task: string,
    payload: Record<string, string>
  ): Promise<boolean> {
    return this.run_(async (sql) => {
      const changed = (await sql.execute(statement, values)) as unknown[]
      if (changed.length > 0) {
        await addJob(sql, task, payload)
      }
      return changed.length > 0
    })
  }

  protected change_(
    statement: string,
    values: unknown[],
    event: Parameters<typeof noteEvents>[2]
  ): Promise<boolean> {
    return this.run_(async (sql) => {
      const ids = idsOf(await sql.execute(statement, values))
      await noteEvents(sql, ids, event)
      return ids.length > 0
    })
  }

  protected async read_<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const rows = await this.run_((executor) => executor.execute(sql, values))
    return rows as Row[]
  }

  protected run_<Result>(
    work: (sql: SqlExecutor) => Promise<Result>
  ): Promise<Result> {
    return onConnection(this.connection_, work)
  }
}

const salt = () => randomBytes(16).toString("base64url")

const idsOf = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id)

async function inTurn<Item, Result>(
  items: Item[],
  work: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) {
    results.push(await work(item))
  }
  return results
}
