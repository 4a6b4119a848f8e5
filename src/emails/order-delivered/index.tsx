import { type Item, ItemList } from "../components/item-list"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { orderMail } from "../order-mail"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type OrderDeliveredData = AboutOrder & {
  /** What was in the parcel. */
  items: Item[]
}

/** Tells the shopper that a parcel was delivered. */
export default orderMail<OrderDeliveredData, typeof WORDS.en>({
  sample: { ...ABOUT_SAMPLE, items: ITEMS_SAMPLE },
  words: WORDS,
  news: (words, { number }) => words.news(number),
  more: (_, { items }) => <ItemList items={items} />,
  sms: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).sms(number, brand.name),
})
