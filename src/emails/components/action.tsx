import { Button } from "@react-email/button"
import type { Setting } from "../template"
import { FONT } from "./styles"

type ActionProps = { href: string; label: string; setting: Setting }

/** What the reader is asked to do. The plain text shows the address itself. */
export const Action = ({ href, label, setting: { brand } }: ActionProps) => (
  <Button
    href={href}
    style={{
      ...FONT,
      color: "#ffffff",
      backgroundColor: brand.color,
      borderRadius: "6px",
      padding: "10px 18px",
      fontSize: "15px",
    }}
  >
    {label}
  </Button>
)
