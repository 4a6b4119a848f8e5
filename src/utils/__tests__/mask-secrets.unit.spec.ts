import { maskSecrets } from "../mask-secrets"

describe("a text that is kept", () => {
  it.each([
    ["as it is", "see #token=a.b-c", "a.b-c", "see #token=•••"],
    ["in a URL", "#code=a%2Fb%3D", "a/b=", "#code=•••"],
    ["in HTML", `<a href="#x&amp;y">`, "x&y", `<a href="#•••">`],
    ["twice", "abc abc", "abc", "••• •••"],
  ])("holds no secret, %s", (_, text, secret, kept) => {
    expect(maskSecrets({ text }, [secret])).toEqual({ text: kept })
  })

  it("stays as it is without secrets", () => {
    expect(maskSecrets({ text: "abc" }, [""])).toEqual({ text: "abc" })
  })
})
