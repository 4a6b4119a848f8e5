import { PersonalMail } from "../components/personal-mail"
import { Paragraph } from "../components/paragraph"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type OrderCanceledData = AboutOrder & {
  /** Whether money was taken for it. */
  is_paid: boolean
}

/** Tells the shopper that an order will not come. */
export default defineTemplate<OrderCanceledData>({
  sample: { ...ABOUT_SAMPLE, is_paid: true },
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
        {data.is_paid && <Paragraph>{words.money}</Paragraph>}
      </PersonalMail>
    )
  },
})
