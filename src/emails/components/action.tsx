import { Button } from "@react-email/button"
import { readableOn } from "../../utils/readable-on"
import { webUrl } from "../../utils/web-url"
import type { Setting } from "../template"
import { FONT } from "./styles"

type ActionProps = { href: string; label: string; setting: Setting }

/** What the reader is asked to do. The plain text shows the address itself. */
export function Action({ href, label, setting: { brand } }: ActionProps) {
  const url = webUrl(href)
  return (
    url && (
      <Button
        href={url}
        style={{
          ...FONT,
          color: readableOn(brand.color),
          backgroundColor: brand.color,
          borderRadius: "6px",
          padding: "10px 18px",
          fontSize: "15px",
        }}
      >
        {label}
      </Button>
    )
  )
}
