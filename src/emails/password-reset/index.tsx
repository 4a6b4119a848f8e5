import { Action } from "../components/action"
import { PersonalMail } from "../components/personal-mail"
import { Paragraph } from "../components/paragraph"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type PasswordResetData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the token behind its `#`. */
  link: string
  minutes: number
}

/** Lets a customer choose a new password. */
export default defineTemplate<PasswordResetData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/reset-password#token=sample",
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
        <Paragraph>{words.minutes(data.minutes)}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </PersonalMail>
    )
  },
})
