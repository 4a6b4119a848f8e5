import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { type Amount, moneyOf, orderMail } from "../order-mail"
import { WORDS } from "./words"

export type PaymentReceivedData = AboutOrder & Amount

/** Tells the shopper that an order which was not paid at once is paid now. */
export default orderMail<PaymentReceivedData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, amount: "1657.00", currency_code: "inr" },
  words: WORDS,
  news: (words, data, setting) =>
    words.news(moneyOf(data, setting), data.number),
})
