import type { ReactNode } from "react"
import { PersonalMail } from "./components/personal-mail"
import { formatMoney } from "./money"
import type { AboutOrder } from "./order"
import { defineTemplate, type EmailTemplate, type Setting } from "./template"
import { type Words, wordsFor } from "./words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
}

/** An amount that a mail is about. */
export type Amount = {
  /** Exact, in major units. */
  amount: string
  currency_code: string
}

type OrderMail<Data, Words_> = {
  sample: Data
  words: Words<Words_>
  /** The sentence after the greeting. */
  news: (words: Words_, data: Data, setting: Setting) => string
  /** What follows it. */
  more?: (words: Words_, data: Data) => ReactNode
  sms?: EmailTemplate<Data>["sms"]
}

/**
 * A mail to the shopper that tells one thing about an order.
 * @example orderMail({ sample, words: WORDS, news: (words, { number }) => words.news(number) })
 */
export const orderMail = <Data extends AboutOrder, Words_ extends Texts>({
  sample,
  words: all,
  news,
  more,
  sms,
}: OrderMail<Data, Words_>): EmailTemplate<Data> =>
  defineTemplate<Data>({
    sample,
    ...(sms && { sms }),
    subject: ({ number }, { brand, locale }) =>
      wordsFor(locale, all).subject(number, brand.name),
    body: (data, setting) => {
      const words = wordsFor(setting.locale, all)
      return (
        <PersonalMail
          name={data.name}
          setting={setting}
          title={words.title}
          news={news(words, data, setting)}
        >
          {more?.(words, data)}
        </PersonalMail>
      )
    },
  })

/** For mails about money. */
export const moneyOf = (
  { amount, currency_code }: Amount,
  { locale }: Setting
): string => formatMoney(amount, currency_code, locale)
