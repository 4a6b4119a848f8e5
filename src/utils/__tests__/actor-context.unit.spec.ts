import { setTimeout as sleep } from "node:timers/promises"
import { actAs, currentActor } from "../actor-context"
import { ACTOR_NOTE, withActorNote } from "../actor-note"
import { keepContext } from "../async-context"

describe("the actor", () => {
  it("is the system where nobody else acts", () => {
    expect(currentActor()).toEqual({
      cause: "system",
      actor_type: null,
      actor_id: null,
      request_id: null,
    })
  })

  it("is known to all that the work awaits, and to nobody beside it", async () => {
    const seen = await Promise.all(
      ["a", "b", "c"].map((actor_id) =>
        actAs({ cause: "admin", actor_type: "user", actor_id }, async () => {
          await sleep(1)
          return currentActor().actor_id
        })
      )
    )
    expect(seen).toEqual(["a", "b", "c"])
    expect(currentActor().actor_id).toBeNull()
  })

  it("is known until the last of those at work is done, whoever ends before", async () => {
    const work = (actor_id: string, milliseconds: number) =>
      actAs({ cause: "admin", actor_id }, async () => {
        await sleep(milliseconds)
        return currentActor().actor_id
      })
    const long = work("long", 30)
    const failed = actAs({ cause: "admin" }, async () => {
      await sleep(1)
      throw new Error("it failed")
    })
    await expect(failed).rejects.toThrow("it failed")
    expect(() =>
      actAs({ cause: "admin" }, () => {
        throw new Error("at once")
      })
    ).toThrow("at once")
    expect(await work("short", 1)).toBe("short")
    expect(await long).toBe("long")
    expect(await work("after", 1)).toBe("after")
  })

  it("is known to work that nobody awaits while it is kept", async () => {
    const done = keepContext()
    let seen: Promise<string | null> | undefined
    actAs({ cause: "storefront", actor_id: "cus_1" }, () => {
      seen = sleep(5).then(() => currentActor().actor_id)
    })
    await actAs({ cause: "admin" }, () => sleep(1))
    expect(await seen).toBe("cus_1")
    done()
    done()
    expect(
      await actAs({ actor_id: "next" }, async () => {
        await sleep(1)
        return currentActor().actor_id
      })
    ).toBe("next")
  })

  it("may log in after the work began", async () => {
    const request: { customer?: string } = {}
    const actor = () => ({
      cause: "storefront" as const,
      actor_id: request.customer ?? null,
    })
    await actAs(actor, async () => {
      expect(currentActor().actor_id).toBeNull()
      await sleep(1)
      request.customer = "cus_1"
      expect(currentActor()).toMatchObject({
        cause: "storefront",
        actor_id: "cus_1",
      })
    })
  })
})

describe("the note to the database", () => {
  const actor = () => ({ ...currentActor(), request_id: "*/ drop table x; --" })

  it("stands before writes to payments, and cannot be ended from inside", () => {
    const noted = withActorNote('update "payment" set x = 1', actor)
    expect(noted).toMatch(
      new RegExp(`^/\\*${ACTOR_NOTE}:[0-9a-f]+\\*/update "payment" set x = 1$`)
    )
  })

  it.each([
    'select * from "payment"',
    'insert into "payment_collection" values (1)',
    'insert into "order" values (1)',
  ])("leaves %s alone", (sql) => {
    expect(withActorNote(sql, actor)).toBe(sql)
  })
})
