import { existsSync } from "node:fs"
import path from "node:path"
import { catalogue, categories, variantsOf } from "../catalogue"

const variants = catalogue.flatMap(variantsOf)

describe("the demo catalogue", () => {
  it("has six categories of six products or more", () => {
    const sizes = Object.keys(categories).map(
      (name) => catalogue.filter(({ category }) => category === name).length
    )
    expect(sizes).toHaveLength(6)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(catalogue.length)
  })

  it("gives every product and every variant a name of its own", () => {
    const handles = catalogue.map(({ handle }) => handle)
    const skus = variants.map(({ sku }) => sku)
    expect(new Set(handles).size).toBe(handles.length)
    expect(new Set(skus).size).toBe(skus.length)
  })

  it.each(catalogue.map((product) => [product.handle, product.images]))(
    "has the pictures of %s",
    (_, images) => {
      const folder = path.resolve(__dirname, "../images")
      expect(images.length).toBeGreaterThan(0)
      for (const image of images) {
        expect(existsSync(path.join(folder, `${image}.jpg`))).toBe(true)
      }
    }
  )

  it("describes every product in two sentences or more", () => {
    for (const { description } of catalogue) {
      expect(description.split(/[.:;] /).length).toBeGreaterThanOrEqual(2)
    }
  })

  it("has variants with little stock and with none", () => {
    const stock = variants.map((variant) => variant.stock)
    expect(stock.filter((units) => units === 0).length).toBeGreaterThan(3)
    expect(
      stock.filter((units) => units > 0 && units < 4).length
    ).toBeGreaterThan(3)
  })
})
