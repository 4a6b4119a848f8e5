import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type WelcomeData = {
  /** Of the customer; empty when nobody told. */
  name: string
}

/** Greets a customer who has a new account. */
export default defineTemplate<WelcomeData>({
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
      />
    )
  },
})
