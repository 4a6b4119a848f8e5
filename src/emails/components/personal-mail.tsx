import type { ReactNode } from "react"
import type { Setting } from "../template"
import { type Words, wordsFor } from "../words"
import { Layout } from "./layout"
import { Paragraph } from "./paragraph"

type PersonalMailProps = {
  /** Of the reader; empty when nobody told. */
  name: string
  setting: Setting
  title: string
  /** What happened, in one sentence; a mailbox shows it beside the subject, too. */
  news: string
  children?: ReactNode
}

const GREETINGS: Words<(name: string) => string> = {
  en: (name) => (name ? `Hello ${name},` : "Hello,"),
  de: (name) => (name ? `Guten Tag ${name},` : "Guten Tag,"),
}

/** A mail that greets its reader and tells the news. */
export const PersonalMail = ({
  name,
  setting,
  title,
  news,
  children,
}: PersonalMailProps) => (
  <Layout setting={setting} title={title} preview={news}>
    <Paragraph>{wordsFor(setting.locale, GREETINGS)(name)}</Paragraph>
    <Paragraph>{news}</Paragraph>
    {children}
  </Layout>
)
