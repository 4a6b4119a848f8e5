import path from "node:path"
import type {
  IPaymentModuleService,
  PaymentDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { type Gateway, type Payer, PAYERS, type Session } from "./payers"

/** Medusa's own module, with its tables. */
const PAYMENT_MODULE = path.resolve(
  __dirname,
  "../../../node_modules/@medusajs/payment"
)
const AMOUNT = "499.99"
const UNITS = 49_999

const registrations = PAYERS.map(({ registration }) => ({
  options: {},
  ...registration,
}))
const gateways = new Map<string, Gateway>()

/** Each test has gateways of its own. */
async function startGateways() {
  for (const [index, payer] of PAYERS.entries()) {
    const gateway = await payer.start()
    if (gateway) {
      gateways.set(payer.name, gateway)
      Object.assign(registrations[index]!, { options: gateway.options })
    }
  }
}

moduleIntegrationTestRunner<IPaymentModuleService>({
  moduleName: Modules.PAYMENT,
  resolve: PAYMENT_MODULE,
  moduleOptions: { providers: registrations },
  hooks: { beforeModuleInit: startGateways },
  testSuite: ({ service }) => {
    afterEach(async () => {
      await Promise.all([...gateways.values()].map(({ stop }) => stop()))
      gateways.clear()
    })

    /** A session over the amount, as a storefront opens it. */
    async function open(
      { currency: currency_code, providerId: provider_id }: Payer,
      data = {}
    ): Promise<Session> {
      const money = { currency_code, amount: Number(AMOUNT) }
      const { id } = await service.createPaymentCollections(money)
      const session = { ...money, provider_id, data }
      return service.createPaymentSession(
        id,
        session
      ) as Promise<unknown> as Promise<Session>
    }

    const authorize = ({ asPaid }: Payer, session: Session) =>
      asPaid(session, () =>
        service.authorizePaymentSession(session.id, {})
      ) as Promise<PaymentDTO>

    async function paid(payer: Payer, amount?: number) {
      const session = await open(payer)
      gateways.get(payer.name)?.pay(session, amount)
      return authorize(payer, session)
    }

    describe.each(PAYERS.map((payer) => [payer.name, payer] as const))(
      "Medusa's payment module, with %s,",
      (name, payer: Payer) => {
        const { providerId, lies } = payer
        const gateway = () => gateways.get(name)

        async function captured() {
          const { id } = await paid(payer)
          await service.capturePayment({ payment_id: id })
          return id
        }

        const read = (id: string) =>
          service.retrievePayment(id, { relations: ["captures", "refunds"] })

        const moved = async (id: string) => {
          const { captures = [], refunds = [] } = await read(id)
          const sum = (rows: { amount: unknown }[]) =>
            rows.reduce((all, { amount }) => all + Number(amount), 0)
          return { captured: sum(captures), refunded: sum(refunds) }
        }

        const refund = (payment_id: string, amount: string) =>
          service.refundPayment({ payment_id, amount })

        /** The gateway's ledger, where there is one. */
        const expectLedger = (units: { captured: number; refunded: number }) =>
          expect(gateway()?.books() ?? units).toEqual(units)

        it("takes what the session asks for, once, however often it is asked", async () => {
          const session = await open(payer)
          gateway()?.pay(session)
          const payment = await authorize(payer, session)
          expect((await authorize(payer, session)).id).toBe(payment.id)
          expect(Number(payment.amount)).toBe(499.99)

          await service.capturePayment({ payment_id: payment.id })
          await service.capturePayment({ payment_id: payment.id })
          expect(await moved(payment.id)).toEqual({
            captured: 499.99,
            refunded: 0,
          })
          expectLedger({ captured: UNITS, refunded: 0 })
        })

        it("has no payment while nobody has paid", async () => {
          const session = await open(payer)
          const answer = await service
            .authorizePaymentSession(session.id, {})
            .catch(() => null)
          expect(answer).toBeNull()
          expect(await service.listPayments({})).toEqual([])
          expectLedger({ captured: 0, refunded: 0 })
        })

        it("believes nothing that a storefront puts into the session", async () => {
          const session = await open(payer, lies)
          const answer = await service
            .authorizePaymentSession(session.id, {})
            .catch(() => null)
          expect(answer).toBeNull()
          gateway()?.pay(session)
          const payment = await authorize(payer, session)
          expect(Number(payment.amount)).toBe(499.99)
        })

        it("tells the storefront nothing secret", async () => {
          const { data } = await open(payer)
          for (const secret of gateway()?.secrets ?? []) {
            expect(JSON.stringify(data)).not.toContain(secret)
          }
        })

        it("gives back in parts, to the last minor unit, and never more than was taken", async () => {
          const id = await captured()
          await refund(id, "1.01")
          await refund(id, "100")
          await expect(refund(id, "400")).rejects.toThrow()
          await refund(id, "398.98")
          await expect(refund(id, "0.01")).rejects.toThrow()
          expect(await moved(id)).toEqual({
            captured: 499.99,
            refunded: 499.99,
          })
          expectLedger({ captured: UNITS, refunded: UNITS })
        })

        it("gives back once what is asked for twice at once", async () => {
          const id = await captured()
          const ends = await Promise.allSettled([
            refund(id, "300"),
            refund(id, "300"),
          ])
          expect(ends.map(({ status }) => status).sort()).toEqual([
            "fulfilled",
            "rejected",
          ])
          expectLedger({ captured: UNITS, refunded: 30_000 })
        })

        it("lets go of a payment that is canceled", async () => {
          const { id } = await paid(payer)
          await service.cancelPayment(id)
          expect((await read(id)).canceled_at).not.toBeNull()
          expectLedger({ captured: 0, refunded: 0 })
        })

        it("takes no webhook that nobody signed", async () => {
          const session = await open(payer)
          const body = { event: "payment.captured", id: session.id }
          const { action } = await service.getWebhookActionAndData({
            provider: providerId.slice("pp_".length),
            payload: {
              data: body,
              rawData: Buffer.from(JSON.stringify(body)),
              headers: {},
            },
          })
          expect(action).toBe("not_supported")
        })
      }
    )

    describe.each(
      PAYERS.filter(({ name }) => name !== "cash-on-delivery").map(
        (payer) => [payer.name, payer] as const
      )
    )("Medusa's payment module, with %s on a bad day,", (name, payer) => {
      const gateway = () => gateways.get(name)!

      it("has no payment for a sum that was not asked for", async () => {
        await expect(paid(payer, 100)).rejects.toThrow()
        expect(await service.listPayments({})).toEqual([])
      })

      it("keeps no refund that was refused", async () => {
        const { id } = await paid(payer)
        await service.capturePayment({ payment_id: id })
        gateway().troubles("refund", "refuse")
        await expect(
          service.refundPayment({ payment_id: id, amount: "10" })
        ).rejects.toThrow()
        expect(await service.listRefunds({ payment_id: id })).toEqual([])
        expect(gateway().books().refunded).toBe(0)
      })

      it("takes the money once where the capture's answer was lost", async () => {
        const { id } = await paid(payer)
        gateway().troubles("capture", "timeout-after")
        const first = await service
          .capturePayment({ payment_id: id })
          .catch(() => null)
        await (first ?? service.capturePayment({ payment_id: id }))
        expect(gateway().books()).toEqual({ captured: UNITS, refunded: 0 })
        const captures = await service.listCaptures({ payment_id: id })
        expect(captures).toHaveLength(1)
      })
    })
  },
})
