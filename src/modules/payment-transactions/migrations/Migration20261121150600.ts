import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Hand-written: the list's order, the timeline of an order, and a search that finds ids by
 * their beginning (`text_pattern_ops`, whatever the database's collation). The index over
 * deleted_at would hold every row of a log that deletes none.
 */
export class Migration20261121150600 extends Migration {
  private readonly searched = [
    "gateway_payment_id",
    "gateway_reference_id",
    "payment_session_id",
    "payment_id",
    "capture_id",
    "refund_id",
  ]

  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payment_transaction_deleted_at";`)
    this.addSql(`create index if not exists "IDX_payment_transaction_created_at"
      on "payment_transaction" ("created_at" desc, "id" desc);`)
    this.addSql(`create index if not exists "IDX_payment_transaction_payment_collection_id"
      on "payment_transaction" ("payment_collection_id", "created_at");`)
    for (const column of this.searched) {
      this.addSql(`create index if not exists "IDX_payment_transaction_${column}"
        on "payment_transaction" ("${column}" text_pattern_ops)
        where "${column}" is not null;`)
    }
  }

  override async down(): Promise<void> {
    const columns = ["created_at", "payment_collection_id", ...this.searched]
    for (const column of columns) {
      this.addSql(`drop index if exists "IDX_payment_transaction_${column}";`)
    }
    this.addSql(`create index if not exists "IDX_payment_transaction_deleted_at"
      on "payment_transaction" ("deleted_at") where deleted_at is null;`)
  }
}
