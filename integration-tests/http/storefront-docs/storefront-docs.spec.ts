import path from "node:path"
import { renderToStaticMarkup } from "react-dom/server"
import type { ReactElement } from "react"
import { randomUUID } from "node:crypto"
import { mailedEmailToken, newEmail } from "../../helpers/accounts"
import { cartReadyToPay, SYSTEM_PAYMENT } from "../../helpers/carts"
import {
  anonymousClient,
  freshCustomer,
  storeClient,
} from "../../helpers/clients"
import { writeCodeBlocks } from "../../helpers/code-blocks"
import {
  customerWithCart,
  newCart,
  variantWith,
} from "../../helpers/customer-carts"
import {
  digitalProduct,
  paidDigitalOrder,
} from "../../helpers/digital-products"
import { accessTokenOf } from "../../helpers/download-token"
import { actAsStorefront, baseUrl } from "../../helpers/environment"
import { eventsOf, mailedDeviceToken } from "../../helpers/login-events"
import {
  type MailServer,
  mailEnvironment,
  startMailServer,
} from "../../helpers/mail-server"
import { mailedToken } from "../../helpers/messages-writing"
import { mailedOrderToken, oldOrder } from "../../helpers/order-access"
import { refundedOrder } from "../../helpers/payments"
import { createProduct } from "../../helpers/products"
import { type Server, startServer } from "../../helpers/server"
import {
  createInvite,
  createTestimonial,
  submission,
} from "../../helpers/testimonials"
import { earlierTotpCode, totpCode } from "../../helpers/totp"
import { challenge } from "../../helpers/two-factor"
import { waitFor } from "../../helpers/wait-for"
import { type RazorpayStore, startRazorpayStore } from "../../helpers/razorpay"

type CheckoutOptions = {
  order_id: string
  handler: (result: object) => void
  modal: { ondismiss: () => void }
}

const SECRET = "shared-with-the-storefront"

/** Loads the documented code as a storefront of the given store would run it. */
async function loadStorefront(url: string) {
  actAsStorefront({ url, secret: SECRET })
  const folder = writeCodeBlocks("storefront.md")
  jest.resetModules()
  const load = (file: string) => import(path.join(folder, file))
  return {
    ...(await load("lib/testimonials.ts")),
    ...(await load("lib/submit-testimonial.ts")),
    ...(await load("lib/invite-token.ts")),
    ...(await load("lib/account.ts")),
    ...(await load("lib/verify-email.ts")),
    ...(await load("lib/order.ts")),
    ...(await load("lib/order-payments.ts")),
    ...(await load("lib/downloads.ts")),
    ...(await load("lib/cart.ts")),
    ...(await load("lib/cash-on-delivery.ts")),
    ...(await load("lib/message-preferences.ts")),
    ...(await load("lib/sign-in.ts")),
    ...(await load("lib/two-factor.ts")),
    ...(await load("lib/login-events.ts")),
    ...(await load("lib/sessions.ts")),
    ...(await load("components/testimonials.tsx")),
    ...(await load("lib/razorpay.ts")),
    ...(await load("lib/open-checkout.ts")),
  }
}

describe("the code of docs/storefront.md", () => {
  it("lists testimonials and renders them with JSON-LD", async () => {
    const { listTestimonials, Testimonials } = await loadStorefront(baseUrl())
    const { id: product_id } = await createProduct({ stock: 1 })
    const fields = {
      product_id,
      feedback: "Bright </script> & warm",
      placements: ["product"],
    }
    await createTestimonial(fields, { approved: true })
    const page = await listTestimonials({ product_id, placement: "product" })
    expect(page.summary).toEqual({ count: 1, average: 5 })
    const element: ReactElement = await Testimonials({ productId: product_id })
    const html = renderToStaticMarkup(element)
    expect(html).toContain("5 of 5, from 1 customers")
    expect(html.match(/<\/script>/g)).toHaveLength(1)
    expect(html).toContain("Bright &lt;/script&gt; &amp; warm")
  })

  it("signs a shopper out, here and elsewhere, and keeps one signed in", async () => {
    const storefront = await loadStorefront(baseUrl())
    const { email, password, token: phone } = await freshCustomer()
    const { token } = await storefront.signIn(email, password)
    const sessions = await storefront.listSessions(token)
    expect(sessions).toMatchObject([{ current: true }, { current: false }])
    await storefront.endSession(token, sessions[1].id)
    expect(await storefront.refreshToken(phone)).toBeNull()
    const next = await storefront.refreshToken(token)
    expect(next).toMatch(/^ey/)
    expect(await storefront.endSessions(next)).toBe(0)
    await storefront.signOut(next)
    await expect(storefront.listSessions(next)).rejects.toMatchObject({
      status: 401,
    })
  })

  it("signs a shopper in, whom nobody's guesses keep out afterwards", async () => {
    const storefront = await loadStorefront(baseUrl())
    const { email, password } = await freshCustomer()
    const { token, deviceToken } = await storefront.signIn(email, password)
    expect(token).toMatch(/^ey/)
    const guesses = []
    for (let time = 0; time < 11; time++) {
      guesses.push(await storefront.signIn(email, `wrong-${time}`))
    }
    expect(guesses[0]).toEqual({ error: "Invalid email or password" })
    expect(guesses[10].retryAfterSeconds).toBeGreaterThan(0)
    const again = await storefront.signIn(email, password, { deviceToken })
    expect(again.token).toMatch(/^ey/)
  })

  it("sets a second factor up, signs in with it, and switches it off", async () => {
    const storefront = await loadStorefront(baseUrl())
    const customer = await freshCustomer()
    const { token } = customer
    expect(await storefront.twoFactorState(token)).toMatchObject({
      ...{ methods: [], offered: ["totp", "email"], due_at: null },
    })
    const { mfa_factor, secret } = await storefront.startApp(token)
    await storefront.confirmCode(
      token,
      mfa_factor.id,
      await earlierTotpCode(secret)
    )
    const [recovery] = await storefront.newRecoveryCodes(token)
    const { id, client } = await challenge(customer)
    const half = client.headers["authorization"]?.split(" ")[1]
    const whole = await storefront.answerChallenge(half, id, {
      ...{ method: "recovery_code", code: recovery },
    })
    expect(await storefront.twoFactorState(whole)).toMatchObject({
      ...{ methods: ["totp"], recovery_codes: 9, is_fresh: true },
    })
    const second = await storefront.startEmail(whole)
    expect(second.mfa_factor).toMatchObject({ provider: "email" })
    const proof = { method: "totp", code: totpCode(secret) }
    await storefront.switchOff(whole, mfa_factor.id, proof)
    const { methods } = await storefront.twoFactorState(whole)
    expect(methods).toEqual([])
  })

  it("switches a kind of message off with a mail's link, and on again when logged in", async () => {
    const messages = await loadStorefront(baseUrl())
    const { id, token } = await freshCustomer()
    const hash = `#token=${mailedToken(id)}`
    expect(await messages.unsubscribe(hash)).toEqual({ category: "news" })
    const isOn = (listed: { category: string; is_on: boolean }[]) =>
      listed.find(({ category }) => category === "news")?.is_on
    expect(isOn(await messages.listMessagePreferences(token))).toBe(false)
    const choice = { category: "news", isOn: true }
    expect(isOn(await messages.setMessagePreference(choice, token))).toBe(true)
  })

  it("lists the attempts at an account, and stops its password with the link of a mail", async () => {
    const { listLoginEvents, disownDevice } = await loadStorefront(baseUrl())
    const { id, token, email, password } = await freshCustomer()
    await eventsOf(id, 1)
    const { login_events } = await listLoginEvents(token)
    expect(login_events).toMatchObject([{ outcome: "success" }])
    await disownDevice(await mailedDeviceToken(id))
    const login = () =>
      anonymousClient().post("/auth/customer/emailpass", { email, password })
    await waitFor(async () => (await login()).status === 401, {
      what: "the password to stop working",
    })
  })

  it("submits with an invite's token and shows what is refused", async () => {
    const { submitTestimonial, inviteToken, consentText } =
      await loadStorefront(baseUrl())
    const { url } = await createInvite()
    const invite_token = inviteToken(new URL(url).hash)
    const { headers: _, ...first } = submission({
      invite_token,
      consent_text: await consentText(),
    }) as {
      headers?: never
    }
    expect(await submitTestimonial(first)).toEqual({ ok: true })
    expect(await submitTestimonial(first)).toEqual({
      ok: false,
      message: expect.stringContaining("has been used"),
    })
  })

  it("signs in with a cart, counts, removes and clears", async () => {
    const carts = await loadStorefront(baseUrl())
    const [lamp, rug] = [await variantWith(9), await variantWith(1)]
    const { customer } = await customerWithCart({ items: [[rug, 1]] })
    const { token } = customer
    const { id: cartId } = await newCart({
      items: [
        [lamp, 2],
        [rug, 1],
      ],
    })
    const { cart, left_out } = await carts.signInWithCart(token, { cartId })
    expect(cart.id).toBe(cartId)
    expect(left_out).toMatchObject([
      { variant_id: rug, quantity: 1, reason: "out_of_stock" },
    ])
    expect((await carts.myCart(token)).cart.id).toBe(cartId)
    expect(await carts.countItems(cartId, token)).toBe(3)
    await carts.removeVariant(cartId, lamp, token)
    expect(await carts.countItems(cartId, token)).toBe(1)
    expect((await carts.clearCart(cartId, token)).cart.items).toEqual([])
    await expect(carts.countItems(cartId)).rejects.toMatchObject({
      status: 404,
    })
  })

  it("goes on with the customer's own cart when the browser's is another's", async () => {
    const carts = await loadStorefront(baseUrl())
    const [{ cart: another }, { customer, cart: own }] = [
      await customerWithCart(),
      await customerWithCart(),
    ]
    const cookie = { cartId: another.id }
    const { cart } = await carts.signInWithCart(customer.token, cookie)
    expect(cart.id).toBe(own.id)
  })

  it("asks for cash on delivery, chooses it, and another way to pay", async () => {
    const { cashOnDeliveryFor, choosePayment, isFee } =
      await loadStorefront(baseUrl())
    const { cart } = await cartReadyToPay()
    const offer = await cashOnDeliveryFor(cart.id)
    expect(offer).toMatchObject({ is_allowed: true, fee: { amount: "49" } })
    const chosen = await choosePayment(cart, offer.provider_id)
    expect(chosen.cart.items.filter(isFee)).toHaveLength(1)
    expect(chosen.cart.total).toBe(cart.total + 49)
    const other = await choosePayment(chosen.cart, SYSTEM_PAYMENT)
    expect(other.cart.items.filter(isFee)).toEqual([])
    expect(other.cart.total).toBe(cart.total)
  })

  it("shows why cash on delivery is not possible", async () => {
    const { cashOnDeliveryFor, choosePayment } = await loadStorefront(baseUrl())
    const { cart } = await cartReadyToPay({ country: "us" })
    const { is_allowed, reasons, provider_id } = await cashOnDeliveryFor(
      cart.id
    )
    expect({ is_allowed, reasons }).toEqual({
      is_allowed: false,
      reasons: [
        { code: "not_offered", message: "it is not offered in this region" },
      ],
    })
    expect(await choosePayment(cart, provider_id)).toEqual({
      ok: false,
      message:
        "Cash on delivery is not possible: it is not offered in this region",
    })
  })

  it("lists what was paid for an order", async () => {
    const { listOrderPayments } = await loadStorefront(baseUrl())
    const { order, customer } = await refundedOrder()
    const payments = await listOrderPayments(order.id, customer.token)
    expect(payments.map(({ action }: { action: string }) => action)).toEqual([
      "create",
      "authorize",
      "capture",
      "refund",
    ])
  })

  it("changes password and address of an account, and deletes it", async () => {
    const account = await loadStorefront(baseUrl())
    const { id, token, password: old_password } = await freshCustomer()
    const [password, email] = [randomUUID(), newEmail()]
    await account.changePassword({ old_password, password }, token)
    await account.changeEmail({ email, password }, token)
    const hash = `#token=${await mailedEmailToken(id)}`
    expect(await account.confirmEmail(hash)).toEqual({ email })
    const again = await account.signIn(email, password)
    const { deleted } = await account.deleteAccount(password, again.token)
    expect(deleted).toBe(true)
  })

  it("reads an order with its mail's token, or as its owner", async () => {
    const { readOrder } = await loadStorefront(baseUrl())
    const { id, customer } = await oldOrder()
    await expect(readOrder(id)).rejects.toMatchObject({ status: 404 })
    const hash = `#token=${mailedOrderToken({ id, customer_id: customer.id })}`
    expect((await readOrder(id, { hash })).id).toBe(id)
    expect((await readOrder(id, { token: customer.token })).id).toBe(id)
  })

  it("opens what a mail's token is for", async () => {
    const { downloadToken, listDownloads, downloadLink } =
      await loadStorefront(baseUrl())
    const { id } = await paidDigitalOrder([await digitalProduct()])
    const token = await accessTokenOf(id)
    const [download] = await listDownloads(downloadToken(`#token=${token}`))
    const url = await downloadLink(token, download.id, download.files[0].id)
    expect((await fetch(url)).status).toBe(200)
  }, 120_000)

  describe("for shoppers who show that their address is theirs", () => {
    let mails: MailServer
    let server: Server
    beforeAll(async () => {
      mails = await startMailServer()
      const env = { ...mailEnvironment(mails), EMAIL_VERIFICATION: "code" }
      server = await startServer({ name: "storefront-verification", env })
    }, 180_000)
    afterAll(async () => {
      await server?.stop()
      await mails?.stop()
    })

    it("sends a code, and signs in with it", async () => {
      const storefront = await loadStorefront(server.url)
      const { url } = server
      const { email, password } = await freshCustomer({ url })
      const { token } = await storefront.signIn(email, password)
      await storefront.sendVerificationCode(token)
      const code = await waitFor(
        async () =>
          mails
            .to(email)
            .map(({ text }) => /\b\d{6}\b/.exec(text ?? "")?.[0])
            .find(Boolean),
        { what: "the code", timeoutMs: 30_000 }
      )
      const whole = await storefront.verifyEmail(code, token)
      const me = storeClient({ url, token: whole })
      expect((await me.get("/store/customers/me")).status).toBe(200)
    }, 120_000)
  })

  describe("for shoppers who pay with Razorpay", () => {
    let store: RazorpayStore
    beforeAll(async () => {
      store = await startRazorpayStore("storefront-razorpay")
      store.razorpay.webhooks.plan = { drop: true }
    }, 180_000)
    afterAll(() => store.stop())
    afterEach(() => Reflect.deleteProperty(globalThis, "window"))

    /** A browser in which Checkout is loaded, and its shopper pays or leaves. */
    function browserWhere(act: (options: CheckoutOptions) => void) {
      const seen: CheckoutOptions[] = []
      class Razorpay {
        constructor(private readonly options: CheckoutOptions) {
          seen.push(options)
        }
        open() {
          act(this.options)
        }
      }
      Object.assign(globalThis, { window: { Razorpay } })
      return seen
    }

    it("opens Checkout for the cart and turns its result into the order", async () => {
      const { payWithRazorpay } = await loadStorefront(store.url)
      const { cart } = await cartReadyToPay({ url: store.url })
      const { control } = store.razorpay
      const seen = browserWhere(({ order_id, handler }) => {
        const { id } = control.pay(order_id, { method: "upi" })
        handler({ ...control.checkoutResult(id), org_name: "Razorpay" })
      })
      const completed = await payWithRazorpay(cart)
      expect(completed).toMatchObject({
        type: "order",
        order: { total: cart.total },
      })
      expect(seen).toEqual([
        expect.objectContaining({
          key: store.razorpay.keyId,
          prefill: {
            name: "Asha Rao",
            email: cart.email,
            contact: "+12025550123",
          },
        }),
      ])
    }, 60_000)

    it("keeps the cart's session when the shopper closes Checkout and comes back", async () => {
      const { payWithRazorpay, razorpaySession } = await loadStorefront(
        store.url
      )
      const { sdk, cart } = await cartReadyToPay({ url: store.url })
      const seen = browserWhere(({ modal }) => modal.ondismiss())
      expect(await payWithRazorpay(cart)).toBeUndefined()
      const again = await sdk.store.cart.retrieve(cart.id)
      const session = await razorpaySession(again.cart)
      expect(session.checkout.order_id).toBe(seen[0]?.order_id)
    }, 60_000)
  })

  describe("for shoppers behind one storefront server", () => {
    let server: Server
    beforeAll(async () => {
      server = await startServer({
        name: "storefront-secret",
        env: { STOREFRONT_SECRET: SECRET },
      })
    })
    afterAll(() => server.stop())

    it("counts each shopper by the signed ip, and the server by its own", async () => {
      const { submitTestimonial } = await loadStorefront(server.url)
      for (let shopper = 1; shopper <= 8; shopper++) {
        const fields = submission({ email: `${randomUUID()}@store.test` })
        expect(
          await submitTestimonial(fields, `198.51.100.${shopper}`)
        ).toEqual({ ok: true })
      }
      const unsigned = await Promise.all(
        Array.from({ length: 6 }, () =>
          storeClient({ url: server.url, ip: "192.0.2.1" }).post(
            "/store/testimonials",
            submission()
          )
        )
      )
      expect(unsigned.filter(({ status }) => status === 201)).toHaveLength(5)
    })
  })
})
