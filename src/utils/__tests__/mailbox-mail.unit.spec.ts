import { openMail, sealMail } from "../mailbox-mail"

const MAIL = { html: "<a href='#token=abc'>Open</a>", text: "#token=abc" }

describe("a mail of the local mailbox", () => {
  // The attack: reading the database, or moving a sealed mail below another message.
  it("opens with the store's secret, below its own message, and not otherwise", () => {
    const sealed = sealMail("msg_1", MAIL, "secret")
    expect(sealed).not.toContain("abc")
    expect(openMail("msg_1", sealed, "secret")).toEqual(MAIL)
    expect(openMail("msg_2", sealed, "secret")).toBeUndefined()
    expect(openMail("msg_1", sealed, "another secret")).toBeUndefined()
    expect(openMail("msg_1", "rubbish", "secret")).toBeUndefined()
  })
})
