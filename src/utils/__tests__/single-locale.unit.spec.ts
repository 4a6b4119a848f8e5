import { withSingleLocale } from "../single-locale"

describe("a request's locale", () => {
  it.each([
    "/store/products",
    "/store/products?limit=1",
    "/store/products?locale=en-IN&limit=1",
    "/store/products?q=locale",
  ])("stays as it is in %s", (target) => {
    expect(withSingleLocale(target)).toBe(target)
  })

  // The attack: Medusa's locale middleware never ends a request with a list of locales.
  it.each([
    "/store/products?locale=en&locale=de&limit=1",
    "/store/products?limit=1&locale[]=en",
    "/store/products?l%6fcale=a&limit=1&l%6fcale=b",
    "/store/products?limit=1&[locale]=a",
    "/store/products?limit=1&%5Blocale%5D[]=a",
    "/store/products?limit=1&locale%5Ba%5D=en",
    "/store/products?locale[a][b]=en&limit=1&locale=x",
  ])("becomes one that no validator takes in %s", (target) => {
    expect(withSingleLocale(target)).toBe("/store/products?limit=1&locale=*")
  })
})
