import { Section } from "@react-email/section"
import { Text } from "@react-email/text"
import { MUTED, TEXT } from "./styles"

type AddressProps = {
  label: string
  /** Nothing is shown without any. */
  lines: string[]
}

export const Address = ({ label, lines }: AddressProps) =>
  lines.length > 0 && (
    <Section>
      <Text style={MUTED}>{label}</Text>
      {lines.map((line, index) => (
        <Text key={index} style={{ ...TEXT, margin: "0" }}>
          {line}
        </Text>
      ))}
    </Section>
  )
