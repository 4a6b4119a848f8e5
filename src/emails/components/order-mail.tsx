import type { ReactNode } from "react"
import { type AboutOrder, GREETINGS } from "../order"
import type { Setting } from "../template"
import { wordsFor } from "../words"
import { Layout } from "./layout"
import { Paragraph } from "./paragraph"

type OrderMailProps = {
  about: AboutOrder
  setting: Setting
  title: string
  /** What happened, in one sentence; a mailbox shows it beside the subject, too. */
  news: string
  children?: ReactNode
}

/** A mail that tells a shopper what happened to an order. */
export const OrderMail = ({
  about,
  setting,
  title,
  news,
  children,
}: OrderMailProps) => (
  <Layout setting={setting} title={title} preview={news}>
    <Paragraph>
      {wordsFor(setting.locale, GREETINGS).hello(about.name)}
    </Paragraph>
    <Paragraph>{news}</Paragraph>
    {children}
  </Layout>
)
