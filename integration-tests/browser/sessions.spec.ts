/** The attack: somebody else's browser, signed in to the admin with a password that is known. */
import type { Page } from "playwright-core"
import { freshAdmin } from "../helpers/admins"
import { adminClient } from "../helpers/clients"
import { query } from "../helpers/database"
import { databaseUrl } from "../helpers/environment"
import { expectOk } from "../helpers/http"
import { describeWithChromium } from "../helpers/optional"
import { OBEYS_MS } from "../helpers/sessions"
import { waitFor } from "../helpers/wait-for"
import {
  type AdminSession,
  gone,
  openAdmin,
  screenshot,
  seen,
} from "./admin-session"

const isAtLogin = (page: Page) =>
  new URL(page.url()).pathname.endsWith("/login")

describeWithChromium("An admin in two browsers", () => {
  let login: Awaited<ReturnType<typeof freshAdmin>>
  let own: AdminSession
  let other: AdminSession

  beforeAll(async () => {
    login = await freshAdmin()
    own = await openAdmin({ login })
    other = await openAdmin({ login })
  }, 120_000)
  afterAll(async () => {
    await own?.close()
    await other?.close()
  })

  const sessionCookies = async ({ context }: AdminSession) =>
    (await context.cookies()).filter(({ name }) => name === "connect.sid")

  it("ends all other sessions from the profile, and the other browser is thrown out within five seconds", async () => {
    const intruder = await other.newPage()
    await intruder.goto("/app/orders")
    await seen(intruder.getByRole("heading", { name: "Orders" }).first())

    const page = await own.newPage()
    await page.goto("/app/settings/profile")
    await seen(page.getByText("This browser"))
    // Two browsers, and the token with which the spec made the admin.
    await seen(page.getByText("in 3 places"))
    await screenshot(page, "sessions")
    await page.getByRole("button", { name: "End all sessions" }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "End all sessions" })
      .click()
    await seen(page.getByText("2 sessions ended").first())
    await seen(page.getByText("in 1 place"))

    const since = Date.now()
    await intruder.goto("/app/customers")
    await waitFor(() => isAtLogin(intruder), {
      what: "the other browser to be thrown out",
      timeoutMs: OBEYS_MS,
    })
    expect(Date.now() - since).toBeLessThan(OBEYS_MS)
    await page.reload()
    await seen(page.getByText("This browser"))
    expect(own.problems).toEqual([])
    await page.close()
  })

  it("signs out, and neither the browser nor the server keeps the session", async () => {
    const page = await own.newPage()
    await page.goto("/app/orders")
    expect(await sessionCookies(own)).toHaveLength(1)
    await page.getByRole("button", { name: "Ada Min" }).click()
    await page.getByRole("menuitem", { name: "Log out" }).click()
    await waitFor(() => isAtLogin(page), { what: "the login page" })
    expect(await sessionCookies(own)).toEqual([])
    const open = await query(
      databaseUrl(),
      "select from auth_session where actor_id = $1 and ended_at is null",
      [login.id]
    )
    expect(open).toEqual([])
  })

  it("is removed, and the keys that they made are shown to those who stay", async () => {
    const title = `Export ${login.id}`
    const client = (await freshAdmin()).client
    const made = await expectOk(
      client.post<{ api_key: { id: string } }>("/admin/api-keys", {
        ...{ title, type: "secret" },
      })
    )
    const { user } = await expectOk(
      client.get<{ user: { id: string } }>("/admin/users/me")
    )
    await expectOk((await adminClient()).delete(`/admin/users/${user.id}`))
    const boss = await openAdmin()
    try {
      const page = await boss.newPage()
      await page.goto("/app/settings/secret-api-keys")
      await seen(page.getByText("Keys of admins who are gone"))
      await seen(page.getByRole("link", { name: title }).first())
      await screenshot(page, "sessions-api-keys")
      await expectOk(
        (await adminClient()).post(`/admin/api-keys/${made.api_key.id}/revoke`)
      )
      await page.reload()
      await gone(page.getByText("Keys of admins who are gone"))
    } finally {
      await boss.close()
    }
  })
})
