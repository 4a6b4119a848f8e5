import { badInput } from "../request-input"

const asked = (url: string, query: Record<string, unknown> = {}) =>
  badInput({ url, query, body: undefined, pageSize: 200 })

const sent = (body: unknown) =>
  badInput({ url: "/store/carts", query: {}, body, pageSize: 200 })

function nested(depth: number): unknown {
  let value: unknown = "leaf"
  for (let level = 0; level < depth; level++) {
    value = level % 2 ? [value] : { value }
  }
  return value
}

describe("what no route can take", () => {
  it.each<[string, Record<string, unknown>, string | undefined]>([
    ["/store/products", {}, undefined],
    ["/store/products?limit=200", { limit: "200" }, undefined],
    ["/store/products?limit=0", { limit: "0" }, undefined],
    ["/store/products?limit=", { limit: "" }, undefined],
    ["/store/products?q=caf%C3%A9+100%25", {}, undefined],
    ["/store/products?a[]=1&a[]=2&b", {}, undefined],
    ["/store/carts/%00", {}, "path: must not contain a NUL character"],
    ["/store/%E0%A4%A", {}, "path: broken percent-encoding"],
    ["/a?q=%E0%A4%A", {}, "q: broken percent-encoding"],
    ["/a?q=1%", {}, "q: broken percent-encoding"],
    ["/a?ok=1&q=a%00b", {}, "q: must not contain a NUL character"],
    ["/a?created_at[%24gte]=%00", {}, "created_at[$gte]: must not contain"],
    ["/a?q%00=1", {}, "query: must not contain a NUL character"],
    ["/a?%ff=1", {}, "query: broken percent-encoding"],
    ["/a?q=1=%00", {}, "q: must not contain a NUL character"],
  ])("in the address %s", (url, query, expected) => {
    const found = asked(url, query)
    expect(found?.slice(0, expected?.length)).toBe(expected)
  })

  it.each([
    ["limit", "-1"],
    ["limit", "201"],
    ["limit", "1000000"],
    ["limit", "1e3"],
    ["limit", "ten"],
    ["limit", "9".repeat(40)],
    ["limit", ["1", "2"]],
    ["limit", { $gt: "1" }],
    ["offset", "-5"],
    ["offset", "2147483648"],
    ["offset", "1.5"],
  ])("as the %s %j", (name, value) => {
    expect(asked("/a", { [name]: value })).toMatch(
      new RegExp(`^${name}: must be a whole number from 0 to \\d+$`)
    )
  })

  it("as what a host's own route calls its limit is not judged, its text is", () => {
    const query = { limit: "1000000", offset: "-5" }
    const request = { query, body: undefined }
    expect(badInput({ ...request, url: "/host" })).toBeUndefined()
    expect(badInput({ ...request, url: "/host?q=%00" })).toBe(
      "q: must not contain a NUL character"
    )
  })

  it.each<[unknown, string]>([
    [{ email: "a\0b" }, "email: must not contain a NUL character"],
    [
      { metadata: { a: [{ b: "\0" }] } },
      "metadata: must not contain a NUL character",
    ],
    [
      { metadata: { "a\0": 1 } },
      "metadata: the name of a field must not contain a NUL character",
    ],
    ["\0", "body: must not contain a NUL character"],
    [{ deep: nested(70) }, "deep: must not be nested more than 64 deep"],
    [{ deep: nested(20_000) }, "deep: must not be nested more than 64 deep"],
  ])("in a body", (body, expected) => {
    expect(sent(body)).toBe(expected)
  })

  it.each([
    [undefined],
    [null],
    [{ email: "asha@shop.test", items: [{ quantity: 1 }], note: null }],
    [Buffer.from([0, 1, 2])],
    [{ deep: nested(60) }],
  ])("is not in a body such as another", (body) => {
    expect(sent(body)).toBeUndefined()
  })
})
