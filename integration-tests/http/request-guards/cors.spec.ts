/** The attack: a page of somebody else's that reads what a shopper's or an admin's browser is allowed to see. */
import { httpClient } from "../../helpers/http"
import { baseUrl } from "../../helpers/environment"

const SHOP = "http://localhost:8000"

const STRANGERS = [
  "null",
  "file://",
  "https://evil.test",
  "http://localhost:8000.evil.test",
  "http://evil.test:8000",
  "http://evil.test/http://localhost:8000",
  "http://localhost:80000",
  "http://localhost:8001",
  "http://localhost",
  "https://localhost:8000",
  "http://LOCALHOST:8000",
  "http://sub.localhost:8000",
  "http://localhost:8000/",
  "http://localhost:8000@evil.test",
  "http://127.0.0.1:8000",
  "http://[::1]:8000",
  "http://localhost:8000,https://evil.test",
  "http://localhost:8000 https://evil.test",
  "http://localhostx8000",
  "*",
]

describe("an origin that is not the shop's", () => {
  // H2.1, the attack: a page of somebody else's that reads what a shopper's browser may.
  it.each(STRANGERS)("such as %s is told nothing (H2.1)", async (origin) => {
    const client = httpClient(baseUrl(), { origin })
    const preflight = {
      headers: {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization",
      },
    }
    for (const path of ["/store/carts", "/admin/orders", "/auth/session"]) {
      const { headers } = await client.send("OPTIONS", path, preflight)
      expect(headers.get("access-control-allow-origin")).toBeNull()
      const answer = await client.get(path)
      expect(answer.headers.get("access-control-allow-origin")).toBeNull()
    }
  })

  it("while the shop's own is, by name", async () => {
    const client = httpClient(baseUrl(), { origin: SHOP })
    const { headers } = await client.get("/store/products")
    expect(headers.get("access-control-allow-origin")).toBe(SHOP)
    expect(headers.get("vary")).toMatch(/origin/i)
  })
})
