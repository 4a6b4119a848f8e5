import { createHash } from "node:crypto"
import { type Words, wordsFor } from "../../../../emails/words"

type Texts = Record<"title" | "ask" | "act" | "done" | "failed", string>

const WORDS: Words<Texts> = {
  en: {
    title: "Unsubscribe",
    ask: "You will get no more mails of this kind. Mails about your orders still come.",
    act: "Unsubscribe",
    done: "Done: you get no more mails of this kind.",
    failed: "This link does not work, or not any more.",
  },
  de: {
    title: "Abbestellen",
    ask: "Sie bekommen keine Mails dieser Art mehr. Mails zu Ihren Bestellungen kommen weiterhin.",
    act: "Abbestellen",
    done: "Erledigt: Sie bekommen keine Mails dieser Art mehr.",
    failed: "Dieser Link gilt nicht, oder nicht mehr.",
  },
}

/** The token stays behind the `#` until the button is pressed. */
const SCRIPT = `
const token = new URLSearchParams(location.hash.slice(1)).get("token") || "none"
const [say, act] = ["say", "act"].map((id) => document.getElementById(id))
act.addEventListener("click", async () => {
  act.disabled = true
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" })
  const url = location.pathname.replace(/\\/+$/, "") + "/" + encodeURIComponent(token)
  const answer = await fetch(url, { method: "POST", body }).catch(() => undefined)
  const isOver = answer && (answer.ok || answer.status === 404)
  act.hidden = Boolean(isOver)
  act.disabled = false
  say.textContent = answer && answer.ok ? act.dataset.done : act.dataset.failed
})`

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 30rem; padding: 0 1rem; color: #111827 }
button { font: inherit; padding: .6rem 1.2rem; border: 0; border-radius: 6px; color: #fff; background: #1f2937 }`

const hashOf = (text: string) =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/** Runs and shows nothing but this. */
const POLICY = [
  ...["default-src 'none'", "connect-src 'self'", "base-uri 'none'"],
  ...["form-action 'none'", "frame-ancestors 'none'"],
  `script-src ${hashOf(SCRIPT)}`,
  `style-src ${hashOf(STYLE)}`,
].join("; ")

/** A page with one button, which posts the token that stands behind the `#` of its address. */
export function unsubscribePage(language: string | false) {
  const locale = language || "en"
  const { title, ask, act, done, failed } = wordsFor(locale, WORDS)
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p id="say" role="status">${ask}</p>
<button id="act" type="button" data-done="${done}" data-failed="${failed}">${act}</button>
<script>${SCRIPT}</script>
</body>
</html>`
  return { html, policy: POLICY }
}
