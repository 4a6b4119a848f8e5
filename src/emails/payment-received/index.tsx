import { PersonalMail } from "../components/personal-mail"
import { formatMoney } from "../money"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type PaymentReceivedData = AboutOrder & {
  /** Exact, in major units. */
  amount: string
  currency_code: string
}

/** Tells the shopper that an order which was not paid at once is paid now. */
export default defineTemplate<PaymentReceivedData>({
  sample: { ...ABOUT_SAMPLE, amount: "1657.00", currency_code: "inr" },
  subject: ({ number }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(number, brand.name),
  body: ({ amount, currency_code, number, name }, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    const money = formatMoney(amount, currency_code, setting.locale)
    return (
      <PersonalMail
        name={name}
        setting={setting}
        title={words.title}
        news={words.news(money, number)}
      />
    )
  },
})
