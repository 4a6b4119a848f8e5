import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type TwoFactorResetData = {
  /** Of the customer or admin; empty when nobody told. */
  name: string
}

/** Tells somebody that the shop has switched their second factor off. */
export default defineTemplate<TwoFactorResetData>({
  sample: { name: "Asha Rao" },
  subject: (_, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(brand.name),
  body: ({ name }, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={name}
        setting={setting}
        title={words.title}
        news={words.news(setting.brand.name)}
      >
        <Paragraph>{words.next}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </PersonalMail>
    )
  },
})
