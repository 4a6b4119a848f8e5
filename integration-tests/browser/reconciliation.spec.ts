import type { Page } from "playwright-core"
import { type GatewayUnderTest, stripeUnderTest } from "../helpers/gateways"
import { describeWithChromium } from "../helpers/optional"
import { query } from "../helpers/database"
import { createProduct } from "../helpers/products"
import { reconcileNow } from "../helpers/reconciliation"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"
import {
  type AdminSession,
  chooseInRow,
  openAdmin,
  screenshot,
  seen,
} from "./admin-session"

/** A surplus goes back by itself once an hour here: the second one is for a person. */
const ENVIRONMENT = {
  NODE_ENV: "test",
  RECONCILIATION_GRACE_SECONDS: "5",
  RECONCILIATION_SURPLUS_PER_HOUR: "1",
}
const LIMIT = 120_000

describeWithChromium("The merchant's page of differences", () => {
  let gateway: GatewayUnderTest
  let server: Server
  let admin: AdminSession
  let page: Page
  let variantId: string

  beforeAll(async () => {
    gateway = await stripeUnderTest()
    server = await startServer({
      name: "browser-reconciliation",
      env: { ...gateway.environment(), ...ENVIRONMENT },
    })
    await gateway.offer(server.url)
    const product = await createProduct({ stock: 9, url: server.url })
    variantId = product.variantId
    admin = await openAdmin({ url: server.url })
  }, 180_000)
  afterAll(async () => {
    await admin?.close()
    await server?.stop()
    await gateway?.stop()
  })

  beforeEach(async () => {
    page = await admin.newPage()
  })
  afterEach(() => page.close())

  const openList = async (search = "") => {
    await page.goto(`/app/reconciliation${search}`)
    await seen(page.getByRole("heading", { name: "Reconciliation" }))
  }

  const paidForAnotherAmount = async () => {
    const begun = await gateway.begin(server.url, variantId)
    gateway.payOther(begun, 777)
    return begun.gatewayPaymentId
  }

  const cases = (status: string) =>
    query<{ gateway_payment_id: string }>(
      server.databaseUrl,
      "select gateway_payment_id from reconciliation_case where status = $1",
      [status]
    )

  const untilThereIs = (status: string) =>
    waitFor(
      async () => {
        await reconcileNow(server.databaseUrl)
        return (await cases(status)).length > 0
      },
      { what: `a case that is ${status}`, timeoutMs: 90_000, intervalMs: 2000 }
    )

  it("says that the books agree, and when it last looked", async () => {
    await reconcileNow(server.databaseUrl)
    await openList()
    await seen(page.getByText("No differences"))
    await screenshot(page, "reconciliation-empty")
  })

  it(
    "lists what was set right and what is for a person, with both sides' books",
    async () => {
      await paidForAnotherAmount()
      await untilThereIs("repaired")
      const paymentId = await paidForAnotherAmount()
      await untilThereIs("open")

      await openList()
      await seen(page.getByText(/Last looked at/))
      const open = page.getByRole("row", { name: "Open" })
      await seen(open.getByText("Surplus payment"))
      await seen(page.getByRole("row", { name: "Set right" }))
      await screenshot(page, "reconciliation")

      await open.getByText("Surplus payment").click()
      await seen(page.getByRole("dialog").getByText(paymentId).first())
      await seen(page.getByRole("region", { name: "What the gateway says" }))
      await screenshot(page, "reconciliation-details")
      await page.getByRole("button", { name: "Look again now" }).click()
      await seen(page.getByText("Looked at again: Open"))
    },
    LIMIT
  )

  it(
    "leaves a case alone once a person says why, and finds it again",
    async () => {
      await openList("?status=[%22open%22]")
      await chooseInRow(page.getByRole("row", { name: "Open" }), "Dismiss")
      const drawer = page.getByRole("dialog")
      await drawer.getByRole("button", { name: "Dismiss" }).click()
      await seen(drawer.getByText("must not be blank"))
      await screenshot(page, "reconciliation-dismiss")
      await drawer.getByRole("textbox").fill("The shopper keeps it as credit")
      await drawer.getByRole("button", { name: "Dismiss" }).click()
      await seen(page.getByText("No case matches"))
      await openList("?status=[%22dismissed%22]")
      await seen(page.getByRole("row", { name: "Dismissed" }))
      await screenshot(page, "reconciliation-dismissed")
    },
    LIMIT
  )

  it("does nothing that a browser complains about", () => {
    expect(admin.problems).toEqual([])
  })
})
