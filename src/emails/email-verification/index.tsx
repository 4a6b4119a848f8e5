import { Action } from "../components/action"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type EmailVerificationData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the code behind its `#`. */
  link: string
  minutes: number
}

/** Lets a customer confirm that an address is theirs. */
export default defineTemplate<EmailVerificationData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/verify-email#code=sample",
    minutes: 15,
  },
  subject: (_, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={words.news(setting.brand.name)}
      >
        <Action href={data.link} label={words.action} setting={setting} />
        <Paragraph>{words.until(data.minutes)}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </PersonalMail>
    )
  },
})
