import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { type Amount, moneyOf, orderMail } from "../order-mail"
import { WORDS } from "./words"

export type OrderRefundedData = AboutOrder & Amount

/** Tells the shopper that money went back. */
export default orderMail<OrderRefundedData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, amount: "799.00", currency_code: "inr" },
  words: WORDS,
  news: (words, data, setting) =>
    words.news(moneyOf(data, setting), data.number),
  more: (words) => <Paragraph>{words.days}</Paragraph>,
})
