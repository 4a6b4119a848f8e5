import { accessSync, constants, existsSync, statSync } from "node:fs"
import path from "node:path"

const CHROMIUM = ["chromium", "chromium-browser", "google-chrome", "chrome"]

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** @param {string[]} names */
function findProgram(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter)
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(isProgram)
}

/** @param {string} root */
function findCatalogue(root) {
  const given = process.env.ONLINE_RETAIL_PARQUET
  const shared = path.resolve(
    root,
    "../shared/data/online-retail/online_retail_2009_2010.parquet"
  )
  return [given, shared].find((file) => file && existsSync(file))
}

/**
 * What some specs need and a machine may lack: they are skipped there, loudly.
 * What `.ci/run` installs may not be lacking there; the catalogue is data that no package brings.
 * @param {string} root
 */
export function findExtras(root) {
  return [
    {
      name: "chromium",
      isInstalledByCi: true,
      variable: "TEST_CHROMIUM",
      value: process.env.CHROMIUM_PATH || findProgram(CHROMIUM),
      missing:
        "No Chromium on PATH (or in CHROMIUM_PATH): the browser specs are skipped",
    },
    {
      name: "redis",
      isInstalledByCi: true,
      variable: "TEST_REDIS",
      value: process.env.REDIS_URL || findProgram(["redis-server"]),
      missing:
        "No redis-server on PATH and no REDIS_URL: the Redis specs are skipped",
    },
    {
      name: "catalogue",
      isInstalledByCi: false,
      variable: "TEST_ONLINE_RETAIL",
      value: findCatalogue(root),
      missing:
        "No Online Retail file (see ONLINE_RETAIL_PARQUET): the specs of the imported catalogue are skipped",
    },
  ]
}
