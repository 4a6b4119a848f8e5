import { Action } from "../components/action"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type AdminPasswordResetData = {
  /** Of the admin; empty when nobody told. */
  name: string
  /** To the admin, with the token. */
  link: string
  minutes: number
}

/** Lets an admin choose a new password. */
export default defineTemplate<AdminPasswordResetData>({
  sample: {
    name: "Asha Rao",
    link: "https://store.example.com/app/reset-password?token=sample",
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
