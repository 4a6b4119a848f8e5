import { Body } from "@react-email/body"
import { Container } from "@react-email/container"
import { Head } from "@react-email/head"
import { Heading } from "@react-email/heading"
import { Hr } from "@react-email/hr"
import { Html } from "@react-email/html"
import { Img } from "@react-email/img"
import { Preview } from "@react-email/preview"
import { Text } from "@react-email/text"
import type { ReactNode } from "react"
import type { Setting } from "../template"
import { FONT, MUTED, PAPER } from "./styles"
import { UnsubscribeLink } from "./unsubscribe-link"

type LayoutProps = {
  setting: Setting
  /** What a mailbox shows beside the subject. */
  preview: string
  title: string
  children: ReactNode
}

/** The merchant's letter paper: logo above, address and footer below. */
export function Layout({ setting, preview, title, children }: LayoutProps) {
  const { brand, locale } = setting
  return (
    <Html lang={locale}>
      <Head />
      <Preview>{preview}</Preview>
      <Body
        style={{ ...FONT, backgroundColor: brand.backgroundColor, margin: "0" }}
      >
        <Container style={PAPER}>
          {brand.logoUrl ? (
            <Img src={brand.logoUrl} alt={brand.name} height="40" />
          ) : (
            <Text style={{ ...FONT, fontWeight: 600 }}>{brand.name}</Text>
          )}
          <Heading as="h1" style={{ ...FONT, fontSize: "22px" }}>
            {title}
          </Heading>
          {children}
          <Hr />
          <Text style={MUTED}>
            {[brand.name, brand.address].filter(Boolean).join(" · ")}
          </Text>
          {brand.footer && <Text style={MUTED}>{brand.footer}</Text>}
          <UnsubscribeLink setting={setting} />
        </Container>
      </Body>
    </Html>
  )
}
