import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { orderMail } from "../order-mail"
import { WORDS } from "./words"

export type OrderCanceledData = AboutOrder & {
  /** Whether money was taken for it. */
  is_paid: boolean
}

/** Tells the shopper that an order will not come. */
export default orderMail<OrderCanceledData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, is_paid: true },
  words: WORDS,
  news: (words, { number }) => words.news(number),
  more: (words, { is_paid }) => is_paid && <Paragraph>{words.money}</Paragraph>,
})
