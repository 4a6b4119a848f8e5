/** The attack: a race between two decisions leaves nobody, or an account with two addresses. */
import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { runMigrations } from "graphile-worker"
import { ACCOUNTS_MODULE } from ".."
import { newSettlement } from "../../../utils/account-settlement"
import AccountSuspension from "../models/account-suspension"
import EmailChange from "../models/email-change"
import EmailCode from "../models/email-code"
import type AccountsModuleService from "../service"

const SECRET = "a secret of the spec's own"
const NOW = new Date("2026-11-22T09:00:00Z")
const HOUR_MS = 3_600_000

/** What Medusa knows of accounts, as far as this module looks at it. */
const CORE_TABLES = `
  drop table if exists auth_identity, provider_identity, auth_verification, customer, "user";
  create table auth_verification (id text primary key, auth_identity_id text, entity_id text, entity_type text, code_provider text,
    requested_at timestamptz, verified_at timestamptz, updated_at timestamptz, deleted_at timestamptz);
  create unique index on auth_verification (auth_identity_id, entity_id, entity_type) where deleted_at is null;
  create table auth_identity (id text primary key, app_metadata jsonb, deleted_at timestamptz);
  create table provider_identity (id text primary key, entity_id text, provider text, auth_identity_id text,
    provider_metadata jsonb, updated_at timestamptz, deleted_at timestamptz, unique (entity_id, provider));
  create table customer (id text primary key, email text, has_account boolean, updated_at timestamptz, deleted_at timestamptz);
  create table "user" (id text primary key, email text, deleted_at timestamptz);
  insert into auth_identity values ('a1', '{"user_id": "u1"}'), ('a2', '{"user_id": "u2"}'), ('a3', '{"customer_id": "c1"}'),
    ('a4', '{"customer_id": "c2", "user_id": "u9"}');
  insert into "user" values ('u1', 'one@shop.test'), ('u2', 'two@shop.test'), ('u3', 'never-accepted@shop.test');
  insert into customer values ('c1', 'old@shop.test', true), ('c2', 'other@shop.test', true);
  insert into provider_identity values ('p3', 'old@shop.test', 'emailpass', 'a3', '{"password": "hash"}'),
    ('p4', 'other@shop.test', 'emailpass', 'a4', '{"password": "hash"}')`

moduleIntegrationTestRunner<AccountsModuleService>({
  moduleName: ACCOUNTS_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [AccountSuspension, EmailChange, EmailCode],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service, dbConfig }) => {
    let pool: Pool

    beforeEach(async () => {
      pool = new Pool({ connectionString: dbConfig.clientUrl, max: 4 })
      await pool.query("drop schema if exists graphile_worker cascade")
      await runMigrations({ connectionString: dbConfig.clientUrl })
      await pool.query(CORE_TABLES)
    })
    afterEach(() => pool.end())

    const jobs = async () =>
      (await pool.query("select key, run_at from graphile_worker.jobs")).rows

    const suspend = (actor_type: "customer" | "user", actor_id: string) =>
      service.suspend(
        { actor_type, actor_id, reason: "why", by: "apk_1" },
        newSettlement({ auth_identity_ids: [], reason: "suspended" }),
        SECRET
      )

    it("never suspends the last admin who can sign in, of two at once neither", async () => {
      const both = await Promise.allSettled([
        suspend("user", "u1"),
        suspend("user", "u2"),
      ])
      const good = both.filter(({ status }) => status === "fulfilled")
      expect(good).toHaveLength(1)
      const [bad] = both.filter(({ status }) => status === "rejected")
      expect((bad as PromiseRejectedResult).reason.message).toMatch(
        /last admin/
      )
      expect(await jobs()).toHaveLength(1)
    })

    it("keeps out the actor that is suspended, and not the other of the same login", async () => {
      await suspend("customer", "c2")
      expect(await service.isSuspended("a4", "customer")).toBe(true)
      expect(await service.isSuspended("a4", "user")).toBe(false)
      expect(await service.isSuspended("a3", "customer")).toBe(false)
      expect(await suspend("customer", "c2")).toBeUndefined()
      const decision = { actor_type: "customer", actor_id: "c2" } as const
      const lift = { ...decision, reason: "paid", by: "u1" }
      expect(await service.reactivate(lift, NOW)).toMatch(/^accsus_/)
      expect(await service.reactivate(lift, NOW)).toBeUndefined()
      expect(await service.isSuspended("a4", "customer")).toBe(false)
      const { suspensions, count } = await service.listSuspensionsOf(decision, {
        ...{ limit: 9, offset: 0 },
      })
      expect(count).toBe(1)
      expect(suspensions[0]).toMatchObject({
        ...{ suspended_by: "apk_1", suspended_by_email: null },
        ...{ lifted_by_email: "one@shop.test", lift_reason: "paid" },
      })
    })

    describe("an e-mail address", () => {
      const wish = async (new_email = "new@shop.test") => {
        const login = await service.findPasswordLogin("a3")
        return service.wishForEmail({
          ...{ customer_id: "c1", new_email, login: login! },
          expires_at: new Date(NOW.getTime() + HOUR_MS),
        })
      }
      const take = (id: string, now = NOW) =>
        service.switchEmail(
          id,
          now,
          ({ auth_identity_id }) =>
            newSettlement({
              ...{ auth_identity_ids: [auth_identity_id], reason: "changed" },
            }),
          SECRET
        )
      const emails = async () => {
        const { rows } = await pool.query(
          "select email from customer where id = 'c1' union all select entity_id from provider_identity where id = 'p3'"
        )
        return rows.map(({ email }) => email)
      }

      it("is switched for login and customer, with the job of what follows", async () => {
        const id = await wish()
        expect(await jobs()).toHaveLength(1)
        const taken = await take(id)
        expect(taken).toMatchObject({ auth_identity_id: "a3" })
        expect(await emails()).toEqual(["new@shop.test", "new@shop.test"])
        expect(await jobs()).toHaveLength(2)
        await service.dropSettlement(taken!.settlement)
        expect(await jobs()).toHaveLength(1)
        expect(await take(id)).toBeUndefined()
      })

      it.each([
        ["the customer is gone", "update customer set deleted_at = now()"],
        [
          "the password is another one",
          `update provider_identity set provider_metadata = '{"password": "new"}'`,
        ],
        [
          "the address was taken",
          "update provider_identity set entity_id = 'new@shop.test' where id = 'p4'",
        ],
      ])("stays, with nothing to follow, when %s", async (_, change) => {
        const id = await wish()
        await pool.query(change)
        expect(await take(id)).toBeUndefined()
        expect(await emails()).toEqual(["old@shop.test", "old@shop.test"])
        expect(await jobs()).toHaveLength(1)
      })

      it("stays when the link is over, or another was wished for", async () => {
        const first = await wish()
        const second = await wish("newer@shop.test")
        expect(await take(first)).toBeUndefined()
        const late = new Date(NOW.getTime() + HOUR_MS)
        expect(await take(second, late)).toBeUndefined()
        expect(await emails()).toEqual(["old@shop.test", "old@shop.test"])
      })

      it("is taken if it has a login or an account, in any case", async () => {
        const found = ["old@shop.test", "other@shop.test", "new@shop.test"]
        const taken = found.map((email) => service.isTaken(email))
        expect(await Promise.all(taken)).toEqual([true, true, false])
        expect((await service.findPasswordLogin("a4"))?.is_shared).toBe(true)
        expect((await service.findPasswordLogin("a3"))?.is_shared).toBe(false)
        expect(await service.findPasswordLogin("a1")).toBeUndefined()
      })
    })

    describe("a mailed code", () => {
      const code = {
        ...{ auth_identity_id: "a3", email: "old@shop.test" },
        code_hash: "right",
      }
      const later = (seconds: number) =>
        new Date(NOW.getTime() + seconds * 1000)
      const confirm = (hash: string, now = later(1)) =>
        service.confirmCode("a3", (mailed) => mailed === hash, now)

      it("is replaced by the next one, a minute later at the earliest", async () => {
        expect(await service.sendCode(code, NOW)).toMatchObject({ sent: true })
        expect(await service.sendCode(code, later(41))).toEqual({
          ...{ sent: false, retryAfterSeconds: 19 },
        })
        const next = { ...code, code_hash: "newer" }
        expect(await service.sendCode(next, later(60))).toMatchObject({
          sent: true,
        })
        expect(await confirm("right", later(61))).toBe(false)
        expect(await confirm("newer", later(61))).toBe(true)
        expect(await confirm("newer", later(61))).toBe(false)
        const login = await service.findPasswordLogin("a3")
        expect(await service.isVerified(login!)).toBe(true)
      })

      it("has five tries and ten minutes, of a hundred at once too", async () => {
        await service.sendCode(code, NOW)
        let looks = 0
        await Promise.all(
          Array.from({ length: 100 }, () =>
            service.confirmCode("a3", () => ++looks < 0, later(1))
          )
        )
        expect(looks).toBe(5)
        expect(await confirm("right")).toBe(false)
        await service.sendCode(code, later(60))
        expect(await confirm("right", later(660))).toBe(false)
        expect(await confirm("right", later(659))).toBe(true)
      })

      it("is forgotten with the account, and once it is over", async () => {
        await service.sendCode(code, NOW)
        await service.prune(later(599))
        expect(await service.listEmailCodes()).toHaveLength(1)
        await service.prune(later(600))
        expect(await service.listEmailCodes()).toEqual([])
        await service.sendCode(code, NOW)
        await service.forget("c1", "a3")
        expect(await service.listEmailCodes()).toEqual([])
      })
    })

    it("a password counts as changed once its hash is another", async () => {
      const { id, fingerprint } = (await service.findPasswordLogin("a3"))!
      expect(await service.hasPassword(id, fingerprint)).toBe(true)
      await pool.query(
        `update provider_identity set provider_metadata = '{"password": "new"}'`
      )
      expect(await service.hasPassword(id, fingerprint)).toBe(false)
    })
  },
})
