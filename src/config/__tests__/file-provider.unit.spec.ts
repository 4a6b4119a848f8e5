import { defineConfig } from "@medusajs/framework/utils"
import type { CommerceSuiteOptions } from "../options"
import { withCommerceSuite } from "../with-commerce-suite"

type Provider = { resolve: string; id: string; options?: object }
type FileModule = { resolve: string; options: { providers: Provider[] } }

const S3 = {
  endpoint: "http://127.0.0.1:4568/",
  region: "auto",
  bucket: "shop",
  accessKeyId: "id",
  secretAccessKey: "secret",
  fileUrl: "https://files.example.com/",
  prefix: "store",
  forcePathStyle: true,
}
const files: CommerceSuiteOptions["files"] = { s3: S3 }

const host = (provider: object) =>
  defineConfig({
    modules: [
      {
        resolve: "@medusajs/medusa/file",
        options: { providers: [provider] },
      },
    ],
  })
const LOCAL = {
  resolve: "@medusajs/medusa/file-local",
  id: "local",
  options: { upload_dir: "/srv" },
}
const OWN = { resolve: "./src/providers/file-own", id: "own" }

function providersOf(config: ReturnType<typeof defineConfig>): Provider[] {
  const modules = config.modules as unknown as { file: FileModule }
  expect(modules.file.resolve).toBe("@medusajs/medusa/file")
  return modules.file.options.providers
}

describe("Medusa's uploads", () => {
  it.each(["app", "plugin"] as const)(
    "go to S3 with checksums that every store understands, as %s",
    (life) => {
      for (const before of [defineConfig({}), host(LOCAL)]) {
        const config = withCommerceSuite(before, { files }, { life })
        expect(providersOf(config)).toMatchObject([
          {
            resolve: "@medusajs/medusa/file-s3",
            options: {
              endpoint: "http://127.0.0.1:4568",
              bucket: "shop",
              file_url: "https://files.example.com",
              prefix: "store/",
              additional_client_config: {
                forcePathStyle: true,
                requestChecksumCalculation: "WHEN_REQUIRED",
                responseChecksumValidation: "WHEN_REQUIRED",
              },
            },
          },
        ])
      }
    }
  )

  it("say nothing of who may read them where the store has no ACLs", () => {
    const options = { files: { s3: { ...S3, acl: false } } }
    const config = withCommerceSuite(defineConfig({}), options)
    expect(providersOf(config)[0]?.options).toMatchObject({ acl: false })
  })

  it("stay with the host's own provider", () => {
    const config = withCommerceSuite(host(OWN), { files })
    expect(providersOf(config)).toEqual([OWN])
  })

  it.each<CommerceSuiteOptions>([
    {},
    { files: false, "digital-products": false },
    { files: {} },
  ])("stay where they were without S3: %j", (options) => {
    const once = withCommerceSuite(host(LOCAL), { files })
    expect(providersOf(withCommerceSuite(once, options))).toEqual([LOCAL])
  })
})

describe("half an S3", () => {
  it.each(
    Object.keys(S3).filter(
      (name) => !["endpoint", "prefix", "forcePathStyle"].includes(name)
    )
  )("is told at boot: %s", (name) => {
    const s3 = { ...S3, [name]: undefined } as typeof S3
    expect(() =>
      withCommerceSuite(defineConfig({}), { files: { s3 } })
    ).toThrow(
      new RegExp(
        `^medusa-commerce-suite option files\\.s3\\.${name}: is required beside the other s3 options$`
      )
    )
  })

  it.each([
    [{ endpoint: "s3.example.com" }, "endpoint: must be an http or https URL"],
    [{ bucket: "a b" }, "bucket: must be the name of a bucket"],
    [{ prefix: "../a" }, "prefix: must be a folder's name"],
    [{ acl: "private" }, "acl: must be true or false"],
    [{ colour: "red" }, "colour: unknown field"],
  ])("names a wrong option: %j", (wrong, expected) => {
    const s3 = { ...S3, ...wrong } as typeof S3
    expect(() =>
      withCommerceSuite(defineConfig({}), { files: { s3 } })
    ).toThrow(`files.s3.${expected}`)
  })
})
