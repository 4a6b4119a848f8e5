import { Action } from "../components/action"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type InviteData = {
  /** To the admin, with the token. */
  link: string
  /** How long it works, at least 1. */
  hours: number
}

/** Asks somebody to become an admin; nobody knows more of them than their address. */
export default defineTemplate<InviteData>({
  sample: {
    link: "https://store.example.com/app/invite?token=sample",
    hours: 24,
  },
  subject: (_, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(brand.name),
  body: ({ link, hours }, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name=""
        setting={setting}
        title={words.title}
        news={words.news(setting.brand.name)}
      >
        <Action href={link} label={words.action} setting={setting} />
        <Paragraph>{words.until(hours)}</Paragraph>
        <Paragraph>{words.notYou}</Paragraph>
      </PersonalMail>
    )
  },
})
