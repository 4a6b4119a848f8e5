import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { type Amount, moneyOf, orderMail } from "../order-mail"
import { WORDS } from "./words"

export type PaymentFailedData = AboutOrder & Amount

/** Tells the shopper that the payment which a placed order waited for will not come. */
export default orderMail<PaymentFailedData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, amount: "1657.00", currency_code: "inr" },
  words: WORDS,
  news: (words, data, setting) =>
    words.news(moneyOf(data, setting), data.number),
  more: (words) => <Paragraph>{words.next}</Paragraph>,
})
