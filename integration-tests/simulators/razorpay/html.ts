const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

export const escape = (text: string) =>
  text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter)

/** Data inside a script: nothing in it ends the script. */
export const asScript = (value: unknown) =>
  JSON.stringify(value).replaceAll("<", "\\u003c")

export const hidden = (fields: Record<string, string | null>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escape(name)}" value="${escape(value ?? "")}">`
    )
    .join("")

const STYLE = `
*{box-sizing:border-box}
:root{color-scheme:light;--ink:#16202e;--soft:#5a6676;--line:#d5dbe3;--blue:#1f5fd6;--red:#b3261e;--green:#1b6e3c}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:#eef2f7;color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{width:100%;max-width:27rem;background:#fff;border-radius:.75rem;box-shadow:0 1px 3px #0003;overflow:hidden}
header{padding:1.25rem 1.5rem;background:#0d2348;color:#fff}
header p{margin:0;color:#c8d5ec}
h1{margin:.25rem 0 0;font-size:2rem;line-height:1.2;font-variant-numeric:tabular-nums}
section,form{padding:1.25rem 1.5rem}
fieldset{margin:0 0 1.25rem;padding:0;border:0}
legend,h2{margin:0 0 .5rem;padding:0;font-size:1rem;font-weight:600}
label{display:flex;gap:.75rem;align-items:center;padding:.7rem .9rem;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
label+label{margin-top:.5rem}
label:has(:checked){border-color:var(--blue);background:#f2f6fe}
label span{margin-left:auto;color:var(--soft);font-size:.875rem}
input[type=radio]{width:1.1rem;height:1.1rem;accent-color:var(--blue)}
button{width:100%;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:#fff;color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
button.main{border-color:var(--blue);background:var(--blue);color:#fff}
button:hover{filter:brightness(.95)}
:focus-visible{outline:3px solid #7aa5f5;outline-offset:2px}
.trouble{margin-top:1.5rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.trouble p{margin:.15rem 0 .75rem;color:var(--soft);font-size:.875rem}
[role=alert],[role=status]{margin:0 0 1.25rem;padding:.75rem 1rem;border-radius:.5rem;border:1px solid currentColor}
[role=alert]{color:var(--red);background:#fdf3f2}
[role=status]{color:var(--green);background:#f1faf4}
footer{padding:0 1.5rem 1.25rem;color:var(--soft);font-size:.875rem}
code{font-size:.8125rem;overflow-wrap:anywhere}
dl{margin:0}dt{color:var(--soft);font-size:.875rem}dd{margin:0 0 .75rem}
`

/** A whole page. `body` is HTML already. */
export const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body><main>${body}</main></body>
</html>`
