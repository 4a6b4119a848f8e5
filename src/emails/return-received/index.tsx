import { type Item, ItemList } from "../components/item-list"
import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { orderMail } from "../order-mail"
import { WORDS } from "./words"

export type ReturnReceivedData = AboutOrder & {
  /** What came back. */
  items: Item[]
}

/** Tells the shopper that all of a return has reached the merchant. */
export default orderMail<ReturnReceivedData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, items: ITEMS_SAMPLE },
  words: WORDS,
  news: (words, { number }) => words.news(number),
  more: (words, { items }) => (
    <>
      <ItemList items={items} />
      <Paragraph>{words.money}</Paragraph>
    </>
  ),
})
