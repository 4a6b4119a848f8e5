import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type {
  StoreTestimonial,
  TestimonialStatus,
} from "../../types/testimonials"
import Testimonial from "./models/testimonial"
import TestimonialInvite from "./models/testimonial-invite"
import { type PublishedPage, publishedPageSql } from "./published-sql"

type SqlContext = Context<SqlEntityManager>

export type PublishedTestimonials = {
  testimonials: StoreTestimonial[]
  count: number
  average: number | null
}

/** A review decision: the new status, and who took it when. */
export type TestimonialDecision = {
  status: TestimonialStatus
  reviewed_at: Date | null
  reviewed_by: string | null
}

export default class TestimonialsModuleService extends MedusaService({
  Testimonial,
  TestimonialInvite,
}) {
  /**
   * A page of what shoppers may see at a moment, with the count and the average rating of
   * all that match. One statement, whose cost does not grow with the number
   * of rows, but with the offset and with the rows that have a window.
   *
   * @example await service.listPublished({ placement: "home", limit: 12, offset: 0, now: new Date() })
   */
  @InjectManager()
  async listPublished(
    page: PublishedPage,
    @MedusaContext() context: SqlContext = {}
  ): Promise<PublishedTestimonials> {
    const { sql, values } = publishedPageSql(page)
    const rows = await execute<PublishedTestimonials>(context, sql, values)
    return rows[0] ?? { testimonials: [], count: 0, average: null }
  }

  /**
   * Gives testimonials a status, in one statement, so that of two decisions taken at once
   * each row follows exactly one and only that one reports it.
   *
   * @returns the rows whose status changed, as they were before
   */
  @InjectManager()
  async updateStatus(
    ids: string[],
    decision: TestimonialDecision,
    @MedusaContext() context: SqlContext = {}
  ): Promise<(TestimonialDecision & { id: string })[]> {
    return execute(
      context,
      `with before as (
         select id, status, reviewed_at, reviewed_by from testimonial
         where id in (select json_array_elements_text(?::json)) and status <> ? and deleted_at is null
         order by id for update
       )
       update testimonial set status = ?, reviewed_at = ?, reviewed_by = ?, updated_at = now()
       from before where testimonial.id = before.id
       returning before.id, before.status, before.reviewed_at, before.reviewed_by`,
      [
        JSON.stringify(ids),
        decision.status,
        decision.status,
        decision.reviewed_at,
        decision.reviewed_by,
      ]
    )
  }

  /** Sets the order of the named testimonials: the first gets position 1. */
  @InjectManager()
  async reorder(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await execute(
      context,
      `update testimonial set position = listed.position, updated_at = now()
       from json_array_elements_text(?::json) with ordinality as listed(id, position)
       where testimonial.id = listed.id and testimonial.deleted_at is null`,
      [JSON.stringify(ids)]
    )
  }
}

/** `@InjectManager` has put a manager into the context of every caller. */
async function execute<Row extends object>(
  context: SqlContext,
  sql: string,
  values: unknown[]
): Promise<Row[]> {
  return (context.manager as SqlEntityManager).execute(sql, values)
}
