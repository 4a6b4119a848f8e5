import { createHash } from "node:crypto"
import { PAGE_SCRIPT } from "./page-script"

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 0 }
section { border: 1px solid #8884; border-radius: 8px; padding: 1rem; margin: 1rem 0 }
p { margin: .25rem 0 } .muted { opacity: .7; font-size: .875rem } .note { color: #b45309 }
.file { display: flex; gap: 1rem; justify-content: space-between; align-items: center; margin: .5rem 0 }
.file span { overflow-wrap: anywhere } code { user-select: all; overflow-wrap: anywhere }
button { font: inherit; padding: .35rem .9rem; border-radius: 6px; border: 1px solid #8888; cursor: pointer }
button:disabled { opacity: .5; cursor: default }
`

const hashOf = (text: string) =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** The suite's own page of an order's downloads. What opens it stands behind the `#`, which no server sees. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Downloads</title>
<style>${STYLE}</style>
</head>
<body><main></main><noscript>JavaScript is needed to download.</noscript>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`

/** Nothing but the page's own script and style runs, and it speaks to this server alone. */
export const PAGE_HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "private, no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
  "Content-Security-Policy": [
    "default-src 'none'",
    `script-src ${hashOf(PAGE_SCRIPT)}`,
    `style-src ${hashOf(STYLE)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
}
