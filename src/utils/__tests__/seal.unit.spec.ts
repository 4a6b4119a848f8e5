import { addJob, openPayload } from "../add-job"
import { seal, unseal } from "../seal"

const SECRET = "a secret of the suite"

describe("a sealed text", () => {
  it("opens for the purpose it was sealed for", () => {
    const text = "köln ☕ \0 done"
    expect(unseal(seal(text, "job", SECRET), "job", SECRET)).toBe(text)
  })

  it("never looks the same twice", () => {
    expect(seal("same", "job", SECRET)).not.toBe(seal("same", "job", SECRET))
  })

  it.each([
    ["another secret", "job", "another secret of the suite"],
    ["another purpose", "webhook", SECRET],
  ])("does not open with %s", (_, purpose, secret) => {
    const sealed = seal("text", "job", SECRET)
    expect(() => unseal(sealed, purpose, secret)).toThrow()
  })

  it("does not open once a single bit was changed, or when it is cut", () => {
    const bytes = Buffer.from(seal("text", "job", SECRET), "base64url")
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() =>
        unseal(changed.toString("base64url"), "job", SECRET)
      ).toThrow()
      expect(() =>
        unseal(bytes.subarray(0, at).toString("base64url"), "job", SECRET)
      ).toThrow()
    }
  })
})

describe("a job whose payload holds a token", () => {
  it("is stored without it, and handled with it", async () => {
    const stored: unknown[] = []
    const sql = {
      execute: (_: string, values: unknown[] = []) => {
        stored.push(...values)
        return Promise.resolve()
      },
    }
    const payload = { token: "canary", to: "asha@store.test" }

    await addJob(sql, "mail-send", payload, { sealWith: SECRET })

    expect(JSON.stringify(stored)).not.toMatch(/canary|asha/)
    const kept = JSON.parse(String(stored[1])) as Record<string, unknown>
    expect(openPayload(kept, () => SECRET)).toEqual(payload)
  })

  it("is left as it is when it was not sealed", () => {
    const payload = { sealed: "is a word", id: "1" }
    expect(openPayload(payload, () => SECRET)).toBe(payload)
  })
})
