import { Action } from "../components/action"
import { Paragraph } from "../components/paragraph"
import { PersonalMail } from "../components/personal-mail"
import { ABOUT_SAMPLE, type AboutOrder } from "../order"
import { defineTemplate } from "../template"
import { wordsFor } from "../words"
import { WORDS } from "./words"

export type FileUpdatedData = AboutOrder & {
  /** Of what was bought. */
  title: string
  filename: string
  version: number
  /** The page with the downloads, with the token behind its `#`. */
  link: string
}

/** Tells a buyer that there is a new version of what was bought. */
export default defineTemplate<FileUpdatedData>({
  sample: {
    ...ABOUT_SAMPLE,
    title: "Sewing pattern (PDF)",
    filename: "pattern.pdf",
    version: 2,
    link: "https://shop.example.com/downloads#token=sample",
  },
  subject: ({ title }, { brand, locale }) =>
    wordsFor(locale, WORDS).subject(title, brand.name),
  body: (data, setting) => {
    const words = wordsFor(setting.locale, WORDS)
    return (
      <PersonalMail
        name={data.name}
        setting={setting}
        title={words.title}
        news={words.news(data.title, data.number)}
      >
        <Paragraph>{words.file(data.filename, data.version)}</Paragraph>
        <Action href={data.link} label={words.action} setting={setting} />
      </PersonalMail>
    )
  },
})
