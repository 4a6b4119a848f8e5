import "./disposable"
import { mkdirSync } from "node:fs"
import path from "node:path"
import {
  type BrowserContext,
  chromium,
  type ConsoleMessage,
  type Locator,
  type Page,
} from "playwright-core"
import {
  adminEmail,
  adminPassword,
  baseUrl,
  chromium as executablePath,
  logFolder,
} from "../helpers/environment"
import { waitFor } from "../helpers/wait-for"

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** The status of every answer is the specs' to judge; Chromium repeats it as an error without its cause. */
const REPEATS_A_STATUS = /^Failed to load resource/

export type AdminSession = {
  context: BrowserContext
  /** What no page may do: errors in the console, exceptions nobody caught. */
  problems: string[]
  newPage: () => Promise<Page>
  close: () => Promise<void>
}

function watch(page: Page, problems: string[]) {
  page.on("pageerror", ({ message }) => problems.push(`exception: ${message}`))
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" && !REPEATS_A_STATUS.test(message.text())) {
      problems.push(`console: ${message.text()}`)
    }
  })
}

type Login = { email: string; password: string }

async function logIn(page: Page, { email, password }: Login) {
  await page.goto("/app/login")
  await page.locator("input[name=email]").fill(email)
  await page.locator("input[name=password]").fill(password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/login"))
}

/** A real Chromium, logged in to the admin through its form. */
export async function openAdmin({
  url = baseUrl(),
  login = { email: adminEmail(), password: adminPassword() },
}: { url?: string; login?: Login } = {}): Promise<AdminSession> {
  const browser = await chromium.launch({
    executablePath: executablePath(),
    args: QUIET,
  })
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    permissions: ["clipboard-read", "clipboard-write"],
  })
  const problems: string[] = []
  context.on("page", (page) => watch(page, problems))
  await logIn(await context.newPage(), login)
  return {
    context,
    problems,
    newPage: () => context.newPage(),
    close: () => browser.close(),
  }
}

/** For human eyes, kept beside the servers' logs. */
export async function screenshot(page: Page, name: string) {
  const folder = path.join(logFolder(), "screenshots")
  mkdirSync(folder, { recursive: true })
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    animations: "disabled",
  })
}

export const seen = (locator: Locator) => locator.waitFor({ state: "visible" })
export const gone = (locator: Locator) => locator.waitFor({ state: "hidden" })

/** Unlike Playwright's own `check`, it gives a busy page the time to draw what the click did. */
export async function tick(box: Locator) {
  await box.click()
  await waitFor(() => box.isChecked(), { what: "the box to be ticked" })
}

/** Opens the menu at the end of a row and chooses from it. */
export async function chooseInRow(row: Locator, action: string) {
  await row.getByRole("button").last().click()
  await row.page().getByRole("menuitem", { name: action, exact: true }).click()
}
