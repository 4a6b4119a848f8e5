import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { AdminMessageBrand, StoreMessage } from "../../types/messages"
import { NO_BRAND, READ_BRAND, saveBrandSql } from "./brand-sql"
import MailboxMail from "./models/mailbox-mail"
import Message from "./models/message"
import MessageBrand from "./models/message-brand"
import MessageNote from "./models/message-note"
import MessagePreference from "./models/message-preference"
import MessageSuppression from "./models/message-suppression"
import { type PruneLimits, pruneMessages } from "./prune"
import { CUSTOMER_MESSAGES } from "./store-sql"

type SqlContext = Context<SqlEntityManager>

/** Of the service: how messages look, what is kept of them, and what a customer sees. */
export class MessageKeeping extends MedusaService({
  MailboxMail,
  Message,
  MessageBrand,
  MessageNote,
  MessagePreference,
  MessageSuppression,
}) {
  /**
   * Forgets old messages, in steps: first what they said, then all of them; and what admins wrote.
   * @returns how many of each
   */
  @InjectManager()
  async pruneMessages(
    limits: PruneLimits,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ bodies: number; rows: number }> {
    return pruneMessages(context.manager as SqlEntityManager, limits)
  }

  /** A page of what a customer was sent, the newest first, with the count of all. */
  @InjectManager()
  async listCustomerMessages(
    customerId: string,
    { limit, offset }: { limit: number; offset: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ messages: StoreMessage[]; count: number }> {
    const manager = context.manager as SqlEntityManager
    const [found] = await manager.execute<
      { messages: StoreMessage[]; count: number }[]
    >(CUSTOMER_MESSAGES, [customerId, limit, offset])
    return found ?? { messages: [], count: 0 }
  }

  /** How an admin wants messages to look; null where the options decide. */
  @InjectManager()
  async readBrand(
    @MedusaContext() context: SqlContext = {}
  ): Promise<AdminMessageBrand> {
    const manager = context.manager as SqlEntityManager
    const [brand] = await manager.execute<AdminMessageBrand[]>(READ_BRAND)
    return brand ?? NO_BRAND
  }

  /**
   * Changes how messages look from now on.
   * @param change - null leaves it to the options again, what is not given stays
   */
  @InjectManager()
  async saveBrand(
    change: Partial<AdminMessageBrand>,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const { sql, values } = saveBrandSql(change)
    await (context.manager as SqlEntityManager).execute(sql, values)
  }
}
