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

type GreetingProps = Pick<PersonalMailProps, "name" | "setting">

const GREETINGS: Words<(name: string) => string> = {
  en: (name) => (name ? `Hello ${name},` : "Hello,"),
  de: (name) => (name ? `Guten Tag ${name},` : "Guten Tag,"),
}

export const Greeting = ({ name, setting: { locale } }: GreetingProps) => (
  <Paragraph>{wordsFor(locale, GREETINGS)(name)}</Paragraph>
)

/** A mail that greets its reader and tells the news. */
export const PersonalMail = ({
  name,
  setting,
  title,
  news,
  children,
}: PersonalMailProps) => (
  <Layout setting={setting} title={title} preview={news}>
    <Greeting name={name} setting={setting} />
    <Paragraph>{news}</Paragraph>
    {children}
  </Layout>
)
