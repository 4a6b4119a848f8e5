import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261121100554 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "testimonial" drop constraint if exists "testimonial_invite_id_unique";`);
    this.addSql(`create table if not exists "testimonial" ("id" text not null, "name" text not null, "feedback" text not null, "rating" integer not null, "role" text null, "company" text null, "locale" text null, "avatar_url" text null, "email" text null, "status" text check ("status" in ('pending', 'approved', 'rejected')) not null default 'pending', "source" text check ("source" in ('admin', 'customer', 'guest', 'invite')) not null, "verified" boolean not null default false, "featured" boolean not null default false, "position" integer not null default 0, "placements" text[] not null, "publish_from" timestamptz null, "publish_until" timestamptz null, "product_id" text null, "customer_id" text null, "invite_id" text null, "consent_at" timestamptz null, "consent_text" text null, "consent_ip" text null, "reviewed_at" timestamptz null, "reviewed_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "testimonial_pkey" primary key ("id"), constraint CK_testimonial_rating check (rating between 1 and 5), constraint CK_testimonial_window check (publish_until is null or publish_from is null or publish_until > publish_from));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_testimonial_deleted_at" ON "testimonial" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_testimonial_product_id" ON "testimonial" ("product_id") WHERE product_id is not null and deleted_at is null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_testimonial_customer_id" ON "testimonial" ("customer_id") WHERE customer_id is not null and deleted_at is null;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_testimonial_invite_id_unique" ON "testimonial" ("invite_id");`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_testimonial_status_created_at" ON "testimonial" ("status", "created_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "testimonial_invite" ("id" text not null, "name" text null, "email" text null, "locale" text null, "product_id" text null, "customer_id" text null, "expires_at" timestamptz not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "testimonial_invite_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_testimonial_invite_deleted_at" ON "testimonial_invite" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "testimonial" cascade;`);

    this.addSql(`drop table if exists "testimonial_invite" cascade;`);
  }

}
