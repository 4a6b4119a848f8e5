import { Action } from "../components/action"
import { type Item, ItemList } from "../components/item-list"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type DownloadsReadyData = AboutOrder & {
  items: Item[]
  /** The page with the downloads, with the token behind its `#`. */
  link: string
}

/** Tells the buyer that what was paid for can be downloaded. */
export default defineTemplate<DownloadsReadyData>({
  sample: {
    ...ABOUT_SAMPLE,
    items: [
      {
        id: "ordli_1",
        title: "Sewing pattern",
        variant: "PDF",
        quantity: "1",
      },
    ],
    link: "https://shop.example.com/downloads#token=sample",
  },
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
        <Action href={data.link} label={words.action} setting={setting} />
        <Paragraph>{words.yours}</Paragraph>
      </PersonalMail>
    )
  },
})
