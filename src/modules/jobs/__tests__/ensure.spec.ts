import { Pool } from "@medusajs/framework/pg"
import type { CoreTableObject } from "../../../core-tables/core-table-objects"
import {
  ensureCoreTableObjects,
  withSchemaLock,
} from "../../../core-tables/ensure"
import {
  type Database,
  emptyDatabase,
} from "../../../../integration-tests/helpers/database"

const NOTING: CoreTableObject = {
  name: "noting",
  feature: "jobs",
  create: `
    create or replace function commerce_suite.note() returns trigger language plpgsql as $$
      begin insert into note values (new.id); return null; end $$;
    drop trigger if exists commerce_suite_note on shop;
    create trigger commerce_suite_note after insert on shop for each row execute function commerce_suite.note()`,
  remove: "drop function if exists commerce_suite.note() cascade",
}

const UNIQUE: CoreTableObject = {
  name: "unique-id",
  feature: "jobs",
  create:
    "create unique index if not exists commerce_suite_shop_id on shop (id)",
  remove: "drop index if exists commerce_suite_shop_id",
  obstacles: "select id from shop group by id having count(*) > 1",
}

describe("what the suite keeps on core's tables", () => {
  let database: Database
  let pool: Pool

  beforeEach(async () => {
    database = await emptyDatabase()
    pool = new Pool({ connectionString: database.url })
    // The drop below ends connections that are only about to close.
    pool.on("connect", (client) => client.on("error", () => undefined))
    await pool.query("create table shop (id int); create table note (id int)")
  })
  afterEach(async () => {
    await pool.end()
    await database.drop()
  })

  const ensure = (objects: CoreTableObject[], off = false) =>
    withSchemaLock(pool, (client) =>
      ensureCoreTableObjects(client, { objects, isOff: () => off })
    )
  const count = async (table: string) =>
    (await pool.query(`select from ${table}`)).rowCount
  const triggerOid = async () => {
    const { rows } = await pool.query<{ oid: string }>(
      "select oid::text from pg_trigger where tgname = 'commerce_suite_note'"
    )
    return rows[0]?.oid
  }

  it("is put there once, by however many instances start at once", async () => {
    const pending = await Promise.all(
      Array.from({ length: 5 }, () => ensure([NOTING, UNIQUE]))
    )
    expect(pending.flat()).toEqual([])
    await pool.query("insert into shop values (1)")
    expect(await count("note")).toBe(1)
  })

  it("is not touched by the next start, which would lock the table", async () => {
    await ensure([NOTING])
    const before = await triggerOid()
    await ensure([NOTING])
    expect(await triggerOid()).toBe(before)
  })

  it("comes back when somebody took it away, and follows a new release", async () => {
    await ensure([NOTING])
    await pool.query("drop trigger commerce_suite_note on shop")
    await ensure([NOTING])
    await ensure([
      {
        ...NOTING,
        create: NOTING.create.replace("(new.id)", "(new.id), (new.id)"),
      },
    ])
    await pool.query("insert into shop values (1)")
    expect(await count("note")).toBe(2)
  })

  it("waits while rows stand against it, and names them", async () => {
    await pool.query("insert into shop values (7), (7)")
    const [pending] = await ensure([UNIQUE, NOTING])
    expect(pending).toEqual({
      name: "unique-id",
      reason: 'rows stand against it: [{"id":7}]',
    })

    await pool.query("delete from shop")
    expect(await ensure([UNIQUE])).toEqual([])
    await pool.query("insert into shop values (1)")
    await expect(pool.query("insert into shop values (1)")).rejects.toThrow(
      "commerce_suite_shop_id"
    )
    expect(await count("note")).toBe(1)
  })

  it("waits while somebody holds the table, and does not stop the shop behind it", async () => {
    const other = await pool.connect()
    await other.query("begin; insert into shop values (1)")
    const [pending] = await ensure([NOTING])
    expect(pending?.reason).toContain("lock timeout")
    await other.query("commit")
    other.release()
    expect(await ensure([NOTING])).toEqual([])
  }, 20_000)

  it("goes when its feature is switched off", async () => {
    await ensure([NOTING])
    await ensure([NOTING], true)
    await pool.query("insert into shop values (1)")
    expect(await count("note")).toBe(0)
    expect(await triggerOid()).toBeUndefined()
  })
})
