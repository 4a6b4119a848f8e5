/**
 * The attack: rubbish in every place a request has, to find an answer that is a crash,
 * a stack trace, or a request that never ends.
 */
import { adminClient, storeClient } from "../../helpers/clients"
import type { HttpClient } from "../../helpers/http"
import { submission } from "../../helpers/testimonials"

type Case = [
  what: string,
  method: string,
  path: string,
  body: unknown,
  named: RegExp,
]

const STORE = "/store/testimonials"
const ADMIN = "/admin/testimonials"
const post = (what: string, fields: object, named: RegExp): Case => [
  what,
  "POST",
  STORE,
  submission(fields),
  named,
]

const storeCases: Case[] = [
  ["a negative limit", "GET", `${STORE}?limit=-1`, undefined, /limit/],
  ["a limit of nought", "GET", `${STORE}?limit=0`, undefined, /limit/],
  ["a huge limit", "GET", `${STORE}?limit=1000000000`, undefined, /limit/],
  ["a limit of words", "GET", `${STORE}?limit=ten`, undefined, /limit/],
  ["a limit in exponents", "GET", `${STORE}?limit=1e1`, undefined, /limit/],
  ["a list of limits", "GET", `${STORE}?limit=1&limit=2`, undefined, /limit/],
  ["a negative offset", "GET", `${STORE}?offset=-5`, undefined, /offset/],
  [
    "an offset past all numbers",
    "GET",
    `${STORE}?offset=${"9".repeat(40)}`,
    undefined,
    /offset/,
  ],
  [
    "an unknown placement",
    "GET",
    `${STORE}?placement=roof`,
    undefined,
    /placement/,
  ],
  [
    "an object for a placement",
    "GET",
    `${STORE}?placement[$ne]=home`,
    undefined,
    /placement/,
  ],
  ["a NUL in a locale", "GET", `${STORE}?locale=%00`, undefined, /locale/],
  ["two locales", "GET", `${STORE}?locale=en&locale=de`, undefined, /locale/],
  [
    "two locales in disguise",
    "GET",
    `${STORE}?l%6fcale=a&l%6fcale=b`,
    undefined,
    /locale/,
  ],
  [
    "a locale in brackets",
    "GET",
    `${STORE}?[locale]=a&[locale]=b`,
    undefined,
    /locale/,
  ],
  [
    "an object for a locale",
    "GET",
    `${STORE}?locale[a]=en`,
    undefined,
    /locale/,
  ],
  [
    "SQL for a product",
    "GET",
    `${STORE}?product_id=' or 1=1 --`,
    undefined,
    /product_id/,
  ],
  [
    "a NUL in a product",
    "GET",
    `${STORE}?product_id=a%00b`,
    undefined,
    /product_id/,
  ],
  [
    "broken percent-encoding in a query",
    "GET",
    `${STORE}?placement=%E0%A4%A`,
    undefined,
    /placement/,
  ],
  [
    "an unknown parameter",
    "GET",
    `${STORE}?status=pending`,
    undefined,
    /status/,
  ],
  [
    "a flag that is none",
    "GET",
    `${STORE}?json_ld=maybe`,
    undefined,
    /json_ld/,
  ],
  ["broken JSON", "POST", STORE, '{"name": "Asha"', /JSON/],
  ["a list for a body", "POST", STORE, "[]", /body/],
  ["a word for a body", "POST", STORE, '"praise"', /JSON/],
  ["no body", "POST", STORE, undefined, /name/],
  [
    "a body of 100 kB",
    "POST",
    STORE,
    submission({ feedback: "x".repeat(100_000) }),
    /large/,
  ],
  post("a text that is too long", { feedback: "x".repeat(5001) }, /feedback/),
  post("an empty name", { name: "" }, /name/),
  post("a name of blanks", { name: " \n\t" }, /name/),
  post("a NUL in a name", { name: "A\0b" }, /name/),
  post("a number for a name", { name: 7 }, /name/),
  post("an object for a name", { name: { $ne: null } }, /name/),
  post("six stars", { rating: 6 }, /rating/),
  post("no star", { rating: 0 }, /rating/),
  post("half a star", { rating: 4.5 }, /rating/),
  post("stars in quotes", { rating: "5" }, /rating/),
  post("an e-mail address that is none", { email: "asha" }, /email/),
  post(
    "a line break in an e-mail address",
    { email: "a@b.test\r\nBcc: c@d.test" },
    /email/
  ),
  post(
    "a script for an avatar",
    { avatar_url: "javascript:alert(1)" },
    /avatar_url/
  ),
  post("consent to another sentence", { consent_text: "yes" }, /consent_text/),
  post("consent as a flag", { consent_text: true }, /consent_text/),
  post("an unknown field", { __proto_: 1, admin: true }, /admin/),
]

const adminCases: Case[] = [
  [
    "broken percent-encoding in a path",
    "GET",
    `${ADMIN}/%E0%A4%A`,
    undefined,
    /percent-encoding/,
  ],
  ["a NUL in a path", "GET", `${ADMIN}/a%00b`, undefined, /NUL/],
  ["a NUL in a search", "GET", `${ADMIN}?q=%00`, undefined, /q:/],
  ["an unknown order", "GET", `${ADMIN}?order=email`, undefined, /order/],
  [
    "an order as an object",
    "GET",
    `${ADMIN}?order[name]=ASC`,
    undefined,
    /order/,
  ],
  ["an unknown status", "GET", `${ADMIN}?status=lost`, undefined, /status/],
  ["a limit past the cap", "GET", `${ADMIN}?limit=101`, undefined, /limit/],
  [
    "a date that is none",
    "POST",
    ADMIN,
    {
      name: "A",
      feedback: "B",
      rating: 1,
      publish_from: "2026-02-31T00:00:00Z",
    },
    /publish_from/,
  ],
  [
    "a year past all calendars",
    "POST",
    ADMIN,
    {
      name: "A",
      feedback: "B",
      rating: 1,
      publish_from: "+275760-09-13T00:00:00Z",
    },
    /publish_from/,
  ],
  [
    "a position past int4",
    "POST",
    ADMIN,
    { name: "A", feedback: "B", rating: 1, position: 2 ** 40 },
    /position/,
  ],
  [
    "a customer who does not exist",
    "POST",
    ADMIN,
    { name: "A", feedback: "B", rating: 1, customer_id: "cus_nobody" },
    /customer_id/,
  ],
  [
    "verified from outside",
    "POST",
    ADMIN,
    { name: "A", feedback: "B", rating: 1, verified: true },
    /verified/,
  ],
  [
    "a field of nobody behind a slash",
    "POST",
    `${ADMIN}/testi_1/`,
    { nobody: 1 },
    /nobody/,
  ],
  [
    "a field of nobody in capitals",
    "POST",
    "/admin/Testimonials/testi_1",
    { nobody: 1 },
    /nobody/,
  ],
  ["no ids", "POST", `${ADMIN}/approve`, { ids: [] }, /ids/],
  [
    "101 ids",
    "POST",
    `${ADMIN}/reject`,
    { ids: Array.from({ length: 101 }, (_, i) => `testi_${i}`) },
    /ids/,
  ],
  [
    "an id twice",
    "POST",
    `${ADMIN}/reorder`,
    { ids: ["testi_1", "testi_1"] },
    /ids/,
  ],
  [
    "a body for an action that takes none",
    "POST",
    `${ADMIN}/testi_1/approve`,
    { rating: 5 },
    /rating/,
  ],
]

async function expectRefusal(
  client: HttpClient,
  [, method, path, body, named]: Case
) {
  const reply = await client.send(method, path, { body })
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.status).toBeLessThan(500)
  const text = JSON.stringify(reply.body)
  expect(text).toMatch(named)
  expect(text).not.toMatch(/node_modules|\bat .*\.[jt]s|select |insert /)
}

describe("malformed requests", () => {
  it.each(storeCases)("a shopper's %s", async (...malformed) => {
    await expectRefusal(storeClient(), malformed)
  })

  it.each(adminCases)("an admin's %s", async (...malformed) => {
    await expectRefusal(await adminClient(), malformed)
  })
})
