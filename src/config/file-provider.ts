import type { defineConfig } from "@medusajs/framework/utils"
import { Modules } from "@medusajs/framework/utils"
import type { S3Options } from "../modules/files/options"
import { s3ClientConfig } from "../utils/private-bucket"
import type { ResolvedSuiteOptions } from "./options"

type ModulesConfig = ReturnType<typeof defineConfig>["modules"]
type Provider = { resolve?: unknown; id?: string; options?: object }

const FILE_MODULE = "@medusajs/medusa/file"

/** Medusa's own for development; it is there in every store that configured nothing else. */
const LOCAL = /(?:^|\/)file-local$/

function s3Provider(s3: S3Options): Provider {
  return {
    resolve: "@medusajs/medusa/file-s3",
    id: "s3",
    options: {
      endpoint: s3.endpoint,
      region: s3.region,
      bucket: s3.bucket,
      access_key_id: s3.accessKeyId,
      secret_access_key: s3.secretAccessKey,
      file_url: s3.fileUrl,
      prefix: s3.prefix,
      ...(!s3.acl && { acl: false }),
      additional_client_config: s3ClientConfig(s3),
    },
  }
}

const isLocal = ({ resolve }: Provider) =>
  typeof resolve === "string" && LOCAL.test(resolve)

/** What an earlier call of the wrapper put ours in the place of. */
const replaced = new WeakMap<Provider, Provider[]>()

/** Medusa takes exactly one provider: another one of the host stays, its local one gives way. */
function chosenProviders(host: Provider[], s3: S3Options | undefined) {
  if (!s3 || !host.every(isLocal)) {
    return host
  }
  const ours = s3Provider(s3)
  replaced.set(ours, host)
  return [ours]
}

/** Lets Medusa's own uploads go to the S3 of the suite's options. */
export function withFileProvider(
  modules: ModulesConfig,
  { files }: ResolvedSuiteOptions
): ModulesConfig {
  const given: unknown = modules?.[Modules.FILE]
  if (given === false) {
    return modules
  }
  const module = typeof given === "object" && given ? given : {}
  const { options = {} } = module as { options?: { providers?: Provider[] } }
  const host = (options.providers ?? []).flatMap(
    (provider) => replaced.get(provider) ?? [provider]
  )
  const providers = chosenProviders(host, files ? files.s3 : undefined)
  if (providers.length === 0) {
    return modules
  }
  return {
    ...modules,
    [Modules.FILE]: {
      resolve: FILE_MODULE,
      ...module,
      options: { ...options, providers },
    },
  }
}
