import { webUrl } from "../web-url"

it.each([
  ["https://carrier.test/a?b=c#d", "https://carrier.test/a?b=c#d"],
  ["http://carrier.test", "http://carrier.test/"],
  // The attack: a tracking address that runs in the reader's mailbox.
  ["javascript:alert(1)", null],
  ["java\nscript:alert(1)", null],
  [" JaVaScRiPt:alert(1)", null],
  ["data:text/html,<script>alert(1)</script>", null],
  ["//carrier.test", null],
  ["", null],
  [null, null],
  [
    'https://a.test/"onclick="alert(1)',
    "https://a.test/%22onclick=%22alert(1)",
  ],
])("a browser may be sent from %j to %j", (given, expected) => {
  expect(webUrl(given)).toBe(expected)
})
