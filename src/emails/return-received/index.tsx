import { type Item, ItemList } from "../components/item-list"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { ABOUT_SAMPLE, type AboutOrder, ITEMS_SAMPLE } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type ReturnReceivedData = AboutOrder & {
  /** What came back. */
  items: Item[]
}

/** Tells the shopper that all of a return has reached the merchant. */
export default defineTemplate<ReturnReceivedData>({
  sample: { ...ABOUT_SAMPLE, items: ITEMS_SAMPLE },
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
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
        <Paragraph>{words.money}</Paragraph>
      </PersonalMail>
    )
  },
})
