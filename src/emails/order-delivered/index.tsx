import { type Item, ItemList } from "../components/item-list"
import { PersonalMail } from "../components/personal-mail"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type OrderDeliveredData = AboutOrder & {
  /** What was in the parcel. */
  items: Item[]
}

/** Tells the shopper that a parcel was delivered. */
export default defineTemplate<OrderDeliveredData>({
  sample: { ...ABOUT_SAMPLE, items: ITEMS_SAMPLE },
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  sms: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).sms(number, brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={words.news(data.number)}
      >
        <ItemList items={data.items} />
      </PersonalMail>
    )
  },
})
