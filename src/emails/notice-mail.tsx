import { Paragraph } from "./components/paragraph"
import { PersonalMail } from "./components/personal-mail"
import { defineTemplate, type EmailTemplate } from "./template"
import { type Words, wordsFor } from "./words"

export type NoticeTexts<Data> = {
  subject: (shop: string) => string
  title: string
  news: (shop: string, data: Data) => string
  notYou: string
}

type NoticeMail<Data> = { sample: Data; words: Words<NoticeTexts<Data>> }

/** A mail that tells somebody what was done to their account, and what to do if it was not them. */
export const noticeMail = <Data extends { name?: string }>({
  sample,
  words: all,
}: NoticeMail<Data>): EmailTemplate<Data> =>
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
          news={words.news(setting.brand.name, data)}
        >
          <Paragraph>{words.notYou}</Paragraph>
        </PersonalMail>
      )
    },
  })
