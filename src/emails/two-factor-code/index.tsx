import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type TwoFactorCodeData = {
  /** Of the customer or admin; empty when nobody told. */
  name: string
  /** Six digits. */
  code: string
  /** How long it works. */
  minutes: number
}

/** The code that somebody proves with that the account's mailbox is theirs. Not in the subject: phones show that to anybody. */
export default defineTemplate<TwoFactorCodeData>({
  sample: { name: "Asha Rao", code: "042137", minutes: 10 },
  subject: (_, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(brand.name),
  body: ({ name, code, minutes }, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={name}
        setting={setting}
        title={words.title}
        news={words.news(setting.brand.name)}
      >
        <Paragraph>
          <strong style={{ fontSize: "28px", letterSpacing: "4px" }}>
            {code}
          </strong>
        </Paragraph>
        <Paragraph>{words.until(minutes)}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </PersonalMail>
    )
  },
})
