import { Action } from "./components/action"
import { Paragraph } from "./components/paragraph"
import { PersonalMail } from "./components/personal-mail"
import { defineTemplate, type EmailTemplate } from "./template"
import { type Words, wordsFor } from "./words"

export type LinkTexts<Data> = {
  subject: (shop: string) => string
  title: string
  news: (shop: string) => string
  action: string
  /** What else there is to say of the link: how long it works. */
  until: (data: Data) => string
  notYou: string
}

type LinkMail<Data> = { sample: Data; words: Words<LinkTexts<Data>> }

/** A mail with a link that opens a door for a while. */
export const linkMail = <Data extends { name?: string; link: string }>({
  sample,
  words: all,
}: LinkMail<Data>): EmailTemplate<Data> =>
  defineTemplate<Data>({
    sample,
    subject: (_, { brand, locale }) =>
      wordsFor(locale, all).subject(brand.name),
    body: (data, setting) => {
      const words = wordsFor(setting.locale, all)
      return (
        <PersonalMail
          name={data.name ?? ""}
          setting={setting}
          title={words.title}
          news={words.news(setting.brand.name)}
        >
          <Action href={data.link} label={words.action} setting={setting} />
          <Paragraph>{words.until(data)}</Paragraph>
          <Paragraph>{words.notYou}</Paragraph>
        </PersonalMail>
      )
    },
  })
