import { signedPart } from "../signed-part"

describe("the signed part of a header", () => {
  // The attack: the same token, whose signature is written in another way, to count as another.
  it("is the same however the signature is written", () => {
    expect(signedPart("Bearer head.claims.mac")).toBe("head.claims")
    expect(signedPart("bearer   head.claims.MAC=")).toBe("head.claims")
  })

  it("is none where there is no token", () => {
    expect([signedPart(), signedPart(""), signedPart("Bearer")]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
