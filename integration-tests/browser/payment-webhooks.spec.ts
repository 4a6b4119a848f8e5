import { randomUUID } from "node:crypto"
import type { Page } from "playwright-core"
import { query } from "../helpers/database"
import { describeWithChromium } from "../helpers/optional"
import {
  cartForStripe,
  offerStripe,
  type PaidCart,
  STRIPE_HOOK,
  stripeEnvironment,
  webhookRows,
  webhooksWorkedOff,
} from "../helpers/payment-webhooks"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import {
  startStripeSimulator,
  type StripeSimulator,
} from "../simulators/stripe"
import {
  type AdminSession,
  chooseInRow,
  openAdmin,
  screenshot,
  seen,
  tick,
} from "./admin-session"

const LIST = "**/admin/payment-webhooks?*"

describeWithChromium("The merchant's page of payment webhooks", () => {
  let stripe: StripeSimulator
  let server: Server
  let admin: AdminSession
  let page: Page
  let paid: PaidCart

  beforeAll(async () => {
    stripe = await startStripeSimulator()
    server = await startServer({
      name: "browser-payment-webhooks",
      // Neither production, which takes no simulator for Stripe, nor development, which builds the admin anew.
      env: { ...stripeEnvironment(stripe), NODE_ENV: "test" },
    })
    await offerStripe(server.url)
    admin = await openAdmin({ url: server.url })
  }, 180_000)
  afterAll(async () => {
    await admin?.close()
    await server?.stop()
    await stripe?.stop()
  })

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  const rowOf = (name: string) => page.getByRole("row", { name })
  const openList = async (search = "") => {
    await page.goto(`/app/payment-webhooks${search}`)
    await seen(page.getByRole("heading", { name: "Payment webhooks" }))
  }
  const allWorkedOff = async () => {
    await stripe.webhooks.idle()
    return webhooksWorkedOff(server.databaseUrl)
  }
  const eventOf = (type: string) =>
    stripe.webhooks.events.find((event) => event.type === type)?.id ?? ""
  const attemptsOf = async (event: string) => {
    const rows = await webhookRows(server.databaseUrl)
    return rows.find(({ event_id }) => event_id === event)?.attempts ?? 0
  }

  it("says that there is none before a gateway has sent one", async () => {
    await openList()
    await seen(page.getByText("No webhooks yet"))
    await screenshot(page, "payment-webhooks-empty")
  })

  it("lists what the gateway told and what became of it", async () => {
    const { variantId } = await createProduct({ stock: 5, url: server.url })
    paid = await cartForStripe(server.url, stripe, variantId)
    const lowered = await cartForStripe(server.url, stripe, variantId)
    stripe.webhooks.options.url = `${server.url}${STRIPE_HOOK}`
    stripe.control.pay(paid.intentId)
    await allWorkedOff()
    stripe.control.refund({ payment_intent: paid.intentId, amount: 1000 })
    stripe.control.dispute(paid.intentId)
    // The attack: the shopper's browser lowers the amount before it pays.
    stripe.control.intent(lowered.intentId).amount = 100
    stripe.control.pay(lowered.intentId)
    await allWorkedOff()

    await page.goto("/app/orders")
    await page.getByRole("link", { name: "Payment webhooks" }).click()
    await seen(rowOf(eventOf("payment_intent.succeeded")).getByText("Done"))
    await seen(
      rowOf("charge.dispute.created").getByText(/^Dispute: needs_response/)
    )
    await seen(page.getByText(/^Captured 1\.00 inr, but/))
    await screenshot(page, "payment-webhooks")
  })

  it("filters on the server, and says so when nothing matches", async () => {
    await openList("?status=[%22failed%22]")
    await seen(rowOf("payment_intent.succeeded").getByText("Needs attention"))
    expect(await page.getByRole("row").count()).toBe(2)
    await screenshot(page, "payment-webhooks-filtered")
    await page.getByPlaceholder("Search").fill(randomUUID())
    await seen(page.getByText("No webhook matches"))
    await screenshot(page, "payment-webhooks-none")
    await page.getByRole("button", { name: "Clear all" }).click()
    await page.waitForURL(({ search }) => !search.includes("failed"))
    // Typed at once it may meet a table that has yet to forget its filters.
    await openList()
    await page.getByPlaceholder("Search").fill(paid.intentId)
    await page.waitForURL(({ search }) => search.includes(paid.intentId))
    await seen(rowOf("refund.created"))
  })

  it("shows one with its attempts and its content masked, and works it off again", async () => {
    const event = eventOf("payment_intent.succeeded")
    await openList(`?q=${event}`)
    await rowOf(event).getByText("payment_intent.succeeded").click()
    const drawer = page.getByRole("dialog")
    await seen(drawer.getByText("Valid at receipt"))
    await seen(drawer.getByText(paid.intentId).first())
    await screenshot(page, "payment-webhook")
    await drawer
      .getByRole("heading", { name: "Content, masked" })
      .scrollIntoViewIfNeeded()
    await screenshot(page, "payment-webhook-content")
    const shown = await page.content()
    expect(shown).not.toMatch(
      /client_secret|_secret_|whsec_|sk_test_|store\.test/
    )

    const before = await attemptsOf(event)
    await drawer.getByRole("button", { name: "Replay" }).click()
    await seen(page.getByText("Replay 1 webhook?"))
    await screenshot(page, "payment-webhook-replay")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Replay" })
      .click()
    await seen(page.getByText("1 webhook is waiting again"))
    await allWorkedOff()
    expect(await attemptsOf(event)).toBe(before + 1)
  })

  it("works many off again, or one from its row, and nothing happens twice", async () => {
    await openList(`?q=${paid.intentId}`)
    const events = ["refund.created", "charge.dispute.created"]
    for (const event of events) {
      await tick(rowOf(event).getByRole("checkbox"))
    }
    await screenshot(page, "payment-webhooks-selected")
    await page.getByRole("button", { name: "Replay" }).click()
    await seen(page.getByText("Replay 2 webhooks?"))
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Replay" })
      .click()
    await seen(page.getByText("2 webhooks are waiting again"))
    await allWorkedOff()
    for (const event of events) {
      expect(await attemptsOf(eventOf(event))).toBeGreaterThan(1)
    }

    await openList(`?q=${paid.intentId}`)
    await chooseInRow(rowOf("refund.created"), "Replay")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: "Replay" })
      .click()
    await seen(page.getByText("1 webhook is waiting again"))
    await allWorkedOff()
    const refunds = await query(
      server.databaseUrl,
      "select amount::float from refund where deleted_at is null"
    )
    expect(refunds).toEqual([{ amount: 10 }])
  })

  it("leads from an order's timeline, where each webhook is one entry", async () => {
    const [order] = await query<{ order_id: string }>(
      server.databaseUrl,
      "select order_id from order_cart where cart_id = $1",
      [paid.cartId]
    )
    await page.goto(`/app/orders/${order?.order_id}`)
    const title = page.getByRole("heading", { name: "Payment attempts" })
    await seen(title)
    await title.scrollIntoViewIfNeeded()
    const entries = page.getByRole("listitem")
    const dispute = entries.filter({ hasText: "Dispute" }).first()
    await seen(dispute)
    await dispute.scrollIntoViewIfNeeded()
    await screenshot(page, "order-payment-timeline")
    await page
      .getByRole("link", { name: "View all" })
      .and(page.locator("[href*=payment-transactions]"))
      .click()
    await seen(page.getByRole("row", { name: "Webhook" }).first())
    await screenshot(page, "payment-transactions-stripe")
  })

  it("says that it could not load, and loads when asked again", async () => {
    await page.route(LIST, (route) =>
      route.fulfill({
        status: 500,
        json: { message: "An unknown error occurred." },
      })
    )
    await openList()
    await seen(page.getByText("This could not be loaded"))
    await screenshot(page, "payment-webhooks-failure")
    await page.unroute(LIST)
    await page.getByRole("button", { name: "Try again" }).click()
    await seen(rowOf("refund.created").first())
  })

  it("speaks German where the admin does", async () => {
    const language = (value: string) =>
      admin.context.addCookies([{ name: "lng", value, url: server.url }])
    await language("de")
    await page.goto("/app/payment-webhooks?status=[%22failed%22]")
    await seen(page.getByRole("heading", { name: "Zahlungs-Webhooks" }))
    await seen(page.getByText("Zu prüfen").first())
    await screenshot(page, "payment-webhooks-german")
    await rowOf("payment_intent.succeeded").click()
    await seen(page.getByRole("dialog").getByText("Inhalt, maskiert"))
    await screenshot(page, "payment-webhook-german")
    await language("en")
  })

  it("leaves no error in the browser's console", () => {
    expect(admin.problems).toEqual([])
  })
})
