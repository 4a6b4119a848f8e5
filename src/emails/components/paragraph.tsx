import { Text } from "@react-email/text"
import type { ReactNode } from "react"
import { TEXT } from "./styles"

export const Paragraph = ({ children }: { children: ReactNode }) => (
  <Text style={TEXT}>{children}</Text>
)
