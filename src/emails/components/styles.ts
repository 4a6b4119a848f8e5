/** Mail programs know no style sheets worth the name, so each element carries its own. */

export const FONT = {
  fontFamily: "Inter, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
  color: "#111827",
}

export const PAPER = {
  backgroundColor: "#ffffff",
  padding: "24px 32px",
  margin: "24px auto",
  maxWidth: "560px",
}

export const TEXT = { ...FONT, fontSize: "15px", lineHeight: "24px" }

export const MUTED = { ...FONT, fontSize: "12px", color: "#6b7280" }

export const RIGHT = { ...TEXT, textAlign: "right" as const }
