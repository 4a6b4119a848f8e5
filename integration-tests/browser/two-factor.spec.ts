/** The attack: an admin's password in the wrong hands. The journey that stops it, as an admin walks it. */
import { type Browser, chromium, type Page } from "playwright-core"
import { freshAdmin } from "../helpers/admins"
import { query } from "../helpers/database"
import {
  adminEmail,
  adminPassword,
  chromium as executablePath,
} from "../helpers/environment"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../helpers/mail-server"
import { describeWithChromium } from "../helpers/optional"
import { type Server, startServer } from "../helpers/server"
import { earlierTotpCode, totpCode } from "../helpers/totp"
import { enrolTotp } from "../helpers/two-factor"
import { waitFor } from "../helpers/wait-for"
import { gone, screenshot, seen } from "./admin-session"

type Login = { email: string; password: string }

async function typePassword(page: Page, { email, password }: Login) {
  await page.goto("/app/login")
  await page.locator("input[name=email]").fill(email)
  await page.locator("input[name=password]").fill(password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
}

const inside = (page: Page) =>
  page.waitForURL(({ pathname }) => !pathname.endsWith("/login"))

/** The first of the six fields takes all of a code. */
const typeCode = async (page: Page, code: string) => {
  await page.getByLabel("One-time password 1").fill(code)
}

describeWithChromium("an admin's second factor", () => {
  let browser: Browser
  let mails: MailServer
  let server: Server
  let page: Page

  beforeAll(async () => {
    mails = await startMailServer()
    server = await startServer({
      name: "two-factor-browser",
      env: mailEnvironment(mails),
    })
    browser = await chromium.launch({
      executablePath: executablePath(),
      args: ["--no-sandbox", "--disable-gpu"],
    })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mails?.stop()
  })

  const open = async (url = server.url) => {
    const context = await browser.newContext({
      ...{ baseURL: url, locale: "en-US" },
      viewport: { width: 1440, height: 900 },
    })
    page = await context.newPage()
    return page
  }
  afterEach(() => page.context().close())

  const codesFor = (email: string) =>
    mails
      .to(email)
      .filter(({ subject }) => subject?.includes("Your code"))
      .map(({ text }) => /\b\d{6}\b/.exec(text ?? "")?.[0] ?? "")

  it("is set up on the profile page, and asked for once they have signed out and sign in again", async () => {
    const admin = await freshAdmin({ url: server.url })
    await open()
    await typePassword(page, admin)
    await inside(page)
    await page.goto("/app/settings/profile")
    await seen(page.getByRole("heading", { name: "Second factor: more" }))
    await screenshot(page, "two-factor-profile")
    await page.getByRole("button", { name: "Enable" }).click()
    const shown = page.locator(".font-mono span").first()
    await seen(shown)
    const secret = (await shown.textContent()) ?? ""
    await typeCode(page, await earlierTotpCode(secret))
    await seen(page.getByText("Recovery codes").first())
    await screenshot(page, "two-factor-enrolled")
    await page.getByRole("button", { name: "Complete" }).click()
    await seen(page.getByText("10 left"))
    await screenshot(page, "two-factor-profile-on")

    await page.goto("/app/orders")
    await page.getByRole("button", { name: "Ada Min" }).click()
    await page.getByRole("menuitem", { name: "Log out" }).click()
    await page.waitForURL("**/login")
    await typePassword(page, admin)
    await seen(page.getByRole("button", { name: "Verify" }))
    await screenshot(page, "two-factor-challenge")
    await typeCode(page, totpCode(secret))
    await inside(page)
    await page.goto("/app/settings/profile")
    await seen(page.getByText("Confirmed within the last 10 minutes"))
  })

  it("by e-mail is set up, and mailed at the next sign-in", async () => {
    const admin = await freshAdmin({ url: server.url })
    await open()
    await typePassword(page, admin)
    await inside(page)
    await page.goto("/app/settings/profile")
    const start = page.getByRole("button", { name: "Set up codes by e-mail" })
    await start.click()
    const first = await waitFor(() => codesFor(admin.email)[0], {
      what: "the first code",
    })
    await screenshot(page, "two-factor-email-code")
    await typeCode(page, first)
    await seen(page.getByText("Codes by e-mail are set up"))
    await gone(start)
    await screenshot(page, "two-factor-email-on")

    await page.context().clearCookies()
    await typePassword(page, admin)
    const second = await waitFor(() => codesFor(admin.email)[1], {
      what: "the second code",
    })
    await typeCode(page, second)
    await inside(page)
  })

  it("of a colleague who lost the phone is reset, after a code of one's own", async () => {
    const [admin, colleague] = [
      await freshAdmin({ url: server.url }),
      await freshAdmin({ url: server.url }),
    ]
    const own = await enrolTotp(admin.client)
    await enrolTotp(colleague.client)
    await open()
    await typePassword(page, admin)
    await typeCode(page, totpCode(own.secret))
    await inside(page)
    await query(
      server.databaseUrl,
      "update two_factor_used_code set accepted_at = accepted_at - interval '11 minutes' where accepted_at is not null"
    )
    await page.goto(`/app/settings/users/${colleague.id}`)
    const button = page.getByRole("button", { name: "Reset", exact: true })
    await button.click()
    await seen(page.getByRole("alertdialog"))
    await screenshot(page, "two-factor-reset-question")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Reset" })
      .click()
    await seen(page.getByText("its owner is told"))
    await waitFor(() => mails.to(colleague.email).length > 0, {
      what: "the mail to the colleague",
      timeoutMs: 60_000,
    })
  })
})

describeWithChromium("a dashboard that demands a second factor", () => {
  let browser: Browser
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "two-factor-demanded",
      env: { TWO_FACTOR_ADMINS: "required", TWO_FACTOR_GRACE_DAYS: "0" },
    })
    browser = await chromium.launch({
      executablePath: executablePath(),
      args: ["--no-sandbox", "--disable-gpu"],
    })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it("leads an admin without one to the profile page, and opens once it is set up", async () => {
    const context = await browser.newContext({
      ...{ baseURL: server.url, locale: "en-US" },
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    await typePassword(page, { email: adminEmail(), password: adminPassword() })
    await page.waitForURL("**/settings/profile")
    const banner = page.getByText("This store asks for a second factor. Set")
    await seen(banner)
    // A section of the page that was refused, and has given up asking.
    const refusal = page.getByText("This store asks for a second factor: set")
    await seen(refusal.first())
    await screenshot(page, "two-factor-demanded")
    await page.getByRole("button", { name: "Enable" }).click()
    const shown = page.locator(".font-mono span").first()
    await seen(shown)
    const secret = (await shown.textContent()) ?? ""
    await typeCode(page, await earlierTotpCode(secret))
    await page.getByRole("button", { name: "Complete" }).click()
    await gone(banner)
    await gone(refusal.first())
    await page.goto("/app/orders")
    await seen(page.getByRole("heading", { name: "Orders" }))
    await screenshot(page, "two-factor-demanded-over")
    await context.close()
  })
})
