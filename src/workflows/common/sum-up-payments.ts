import type { IPaymentModuleService } from "@medusajs/framework/types"

type WithCollectionUpdate = {
  maybeUpdatePaymentCollection_: (id: string) => Promise<void>
}

/** Lets Medusa sum up a payment's collection anew. It has no other way to ask for that. */
export async function sumUpPayments(
  payments: IPaymentModuleService,
  paymentId: string
): Promise<void> {
  const payment = await payments.retrievePayment(paymentId)
  await (
    payments as unknown as WithCollectionUpdate
  ).maybeUpdatePaymentCollection_(payment.payment_collection_id)
}
