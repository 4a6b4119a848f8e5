import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { formatMoney } from "../money"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type PaymentFailedData = AboutOrder & {
  /** Exact, in major units. */
  amount: string
  currency_code: string
}

/** Tells the shopper that the payment which a placed order waited for will not come. */
export default defineTemplate<PaymentFailedData>({
  sample: { ...ABOUT_SAMPLE, amount: "1657.00", currency_code: "inr" },
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    const { amount, currency_code, number } = data
    const money = formatMoney(amount, currency_code, setting.locale)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={words.news(money, number)}
      >
        <Paragraph>{words.next}</Paragraph>
      </PersonalMail>
    )
  },
})
