import { codeHash, isSameHash, newCode } from "../email-code"

it("a code has six digits, and no two logins the same hash of it", () => {
  const codes = Array.from({ length: 500 }, newCode)
  expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBeGreaterThan(450)
  const hash = codeHash("000001", "authid_1", "secret")
  expect(isSameHash(hash, codeHash("000001", "authid_1", "secret"))).toBe(true)
  for (const other of [
    codeHash("000002", "authid_1", "secret"),
    codeHash("000001", "authid_2", "secret"),
    codeHash("000001", "authid_1", "other"),
    "",
  ]) {
    expect(isSameHash(hash, other)).toBe(false)
  }
})
