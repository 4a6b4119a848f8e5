import { Link } from "@react-email/link"
import { Fragment } from "react"
import { linkify, paragraphsOf } from "../../utils/plain-text-mail"
import { Layout } from "../components/layout"
import { Paragraph } from "../components/paragraph"
import { Greeting } from "../components/personal-mail"
import { defineTemplate } from "../template"

export type NoteData = {
  /** Of the reader; empty when nobody told. */
  name: string
  subject: string
  /** Plain text; a blank line begins a paragraph. */
  text: string
}

/** What an admin writes to a customer, in the admin's own words. */
export default defineTemplate<NoteData>({
  sample: {
    name: "Asha Rao",
    subject: "We are closed next week",
    text: "the shop is closed from 2 to 8 May.\n\nMore on https://shop.example.com/news.",
  },
  subject: ({ subject }) => subject,
  body: ({ name, subject, text }, setting) => (
    <Layout setting={setting} title={subject} preview={text.slice(0, 150)}>
      <Greeting name={name} setting={setting} />
      {paragraphsOf(text).map((lines, index) => (
        <Paragraph key={index}>
          {lines.map((line, at) => (
            <Fragment key={at}>
              {at > 0 && <br />}
              <Line text={line} color={setting.brand.color} />
            </Fragment>
          ))}
        </Paragraph>
      ))}
    </Layout>
  ),
})

const Line = ({ text, color }: { text: string; color: string }) => (
  <>
    {linkify(text).map(({ text: part, href }, at) =>
      href ? (
        <Link key={at} href={href} style={{ color }}>
          {part}
        </Link>
      ) : (
        <Fragment key={at}>{part}</Fragment>
      )
    )}
  </>
)
