import type { Payment, PaymentMethod } from "./objects"
import { newName } from "./state"

type Fields = Pick<
  Payment,
  "card_id" | "card" | "bank" | "wallet" | "vpa" | "upi" | "acquirer_data"
>

const NONE = { card_id: null, bank: null, wallet: null, vpa: null }

function card(): Fields {
  const id = `card_${newName()}`
  return {
    ...NONE,
    card_id: id,
    card: {
      id,
      entity: "card",
      name: "Asha Rao",
      last4: "1111",
      network: "Visa",
      type: "credit",
      issuer: "HDFC",
      international: false,
      emi: false,
      sub_type: "consumer",
    },
    acquirer_data: { auth_code: "892379" },
  }
}

const upi = (): Fields => ({
  ...NONE,
  vpa: "asha.rao@upi",
  upi: {
    payer_account_type: "bank_account",
    vpa: "asha.rao@upi",
    flow: "collect",
  },
  acquirer_data: { rrn: "322206890934" },
})

const netbanking = (): Fields => ({
  ...NONE,
  bank: "HDFC",
  acquirer_data: { bank_transaction_id: "0125836177" },
})

const wallet = (): Fields => ({
  ...NONE,
  wallet: "payzapp",
  acquirer_data: { transaction_id: null },
})

const MAKERS: Record<PaymentMethod, () => Fields> = {
  card,
  upi,
  netbanking,
  wallet,
}

export const METHODS = Object.keys(MAKERS) as PaymentMethod[]

/** What a payment tells of the way it was paid. */
export const methodFields = (method: PaymentMethod): Fields => MAKERS[method]()
