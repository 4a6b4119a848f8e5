import { Action } from "../components/action"
import { Layout } from "../components/layout"
import { Paragraph } from "../components/paragraph"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type LicenceKeysLowData = {
  /** Of the product, with its variant. */
  title: string
  /** Keys that nobody has yet. */
  free: number
  /** Paid units without one. */
  waiting: number
  /** To the product in the admin. */
  link: string
}

/** Tells the merchant that the licence keys of a product run out. */
export default defineTemplate<LicenceKeysLowData>({
  sample: {
    title: "Sewing software (Studio)",
    free: 3,
    waiting: 1,
    link: "https://store.example.com/app/products/prod_1",
  },
  subject: ({ title, free }, { locale }) =>
    wordsFor(locale, WORDS).subject(title, free),
  body: ({ title, free, waiting, link }, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    const news = words.news(title, free)
    return (
      <Layout setting={setting} title={words.title} preview={news}>
        <Paragraph>{news}</Paragraph>
        {waiting > 0 && <Paragraph>{words.waiting(waiting)}</Paragraph>}
        <Paragraph>{words.next}</Paragraph>
        <Action href={link} label={words.action} setting={setting} />
      </Layout>
    )
  },
})
