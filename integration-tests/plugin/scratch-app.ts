import {
  copyFileSync,
  mkdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"
import {
  shellEnvironment,
  storeEnvironment,
  temporaryFolder,
} from "../helpers/environment"
import { freePort } from "../helpers/ports"
import { run } from "../helpers/processes"
import { ROOT, spawnServer, startServer } from "../helpers/server"
import { developmentPackages, succeed, type Tarball } from "./tarball"

const SUITE = "medusa-commerce-suite"

/** What every Medusa starter has. What the suite needs besides, npm has to find out from its peers. */
const MANIFEST = {
  name: "scratch-app",
  version: "0.0.1",
  private: true,
  dependencies: developmentPackages([
    "@medusajs/admin-sdk",
    "@medusajs/cli",
    "@medusajs/framework",
    "@medusajs/medusa",
  ]),
  devDependencies: developmentPackages([
    "@swc/core",
    "@types/node",
    "@types/react",
    "@types/react-dom",
    "react",
    "react-dom",
    "ts-node",
    "typescript",
  ]),
}

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    skipLibCheck: true,
    strictNullChecks: true,
    jsx: "react-jsx",
    outDir: ".medusa/server",
    rootDir: "./",
  },
  include: ["**/*", ".medusa/types/*"],
  exclude: ["node_modules", ".medusa/server", ".medusa/admin", ".cache"],
}

/** The options come from the environment so that one build serves every spec. */
const CONFIG = `
import { defineConfig } from "@medusajs/framework/utils"
import { withCommerceSuite } from "${SUITE}/config"

export default withCommerceSuite(
  defineConfig({
    projectConfig: {
      databaseUrl: process.env.DATABASE_URL,
      cookieOptions: { secure: false },
      http: {
        storeCors: "http://localhost:8000",
        adminCors: "http://localhost:9000",
        authCors: "http://localhost:9000",
        jwtSecret: process.env.JWT_SECRET,
        cookieSecret: process.env.COOKIE_SECRET,
      },
    },
  }),
  JSON.parse(process.env.SUITE_OPTIONS ?? "{}")
)
`

/** A host's own reaction to an order, as the card of facts has it. */
const CONSUMER = `
import { defineTask, factPayload, inTransaction, once } from "${SUITE}/tasks"

export default defineTask({
  name: "loyalty-reward",
  facts: ["order.placed"],
  payload: factPayload,
  run: (fact, { container }) =>
    inTransaction(container, async (sql) => {
      await once(sql, fact, "loyalty-reward", () =>
        sql.execute("insert into reward (order_id) values (?)", [fact.order_id])
      )
    }),
})
`

export type SuiteOptions = Record<string, unknown>
export type ScratchApp = ReturnType<typeof appIn>

const optionsVariable = (options: SuiteOptions) => ({
  SUITE_OPTIONS: JSON.stringify(options),
})

function writeFiles(folder: string) {
  const write = (name: string, text: string) =>
    writeFileSync(path.join(folder, name), text)
  write("package.json", JSON.stringify(MANIFEST, null, 2))
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  write("medusa-config.ts", CONFIG)
  mkdirSync(path.join(folder, "src/tasks"), { recursive: true })
  write("src/tasks/loyalty-reward.ts", CONSUMER)
}

/**
 * This repository's packages as hard links, so that npm downloads next to nothing: it removes what nobody declares,
 * and replaces files rather than write into them. Not what steers npm here (its record, the `ajv` that we pin):
 * where that goes npm shall decide as in any other app.
 */
async function warmUp(folder: string) {
  const source = realpathSync(path.join(ROOT, "node_modules"))
  const modules = path.join(folder, "node_modules")
  try {
    await succeed("cp", ["-al", source, modules], folder)
  } catch {
    // Another file system, or a cp that does not link.
    rmSync(modules, { recursive: true, force: true })
    await succeed("cp", ["-a", source, modules], folder)
  }
  for (const name of [".cache", ".vite", ".package-lock.json"]) {
    rmSync(path.join(modules, name), { recursive: true, force: true })
  }
  const pinned = ["-type", "d", "-path", "*/node_modules/ajv", "-prune"]
  const remove = ["-exec", "rm", "-rf", "{}", "+"]
  await succeed("find", [modules, ...pinned, ...remove], folder)
}

/** @returns what npm printed */
async function install(folder: string, { file }: Tarball) {
  const name = path.basename(file)
  copyFileSync(file, path.join(folder, name))
  const options = ["--no-audit", "--no-fund", "--prefer-offline"]
  return succeed("npm", ["install", ...options, `./${name}`], folder)
}

/** A Medusa app that has nothing to do with this repository but the tarball. */
export async function createScratchApp(
  tarball: Tarball,
  databaseUrl: string
): Promise<ScratchApp> {
  const folder = path.join(realpathSync(temporaryFolder()), "scratch-app")
  mkdirSync(folder)
  writeFiles(folder)
  await warmUp(folder)
  const installation = await install(folder, tarball)
  return appIn(folder, databaseUrl, installation)
}

function appIn(folder: string, databaseUrl: string, installation: string) {
  const directory = path.join(folder, ".medusa/server")
  return {
    /** What npm printed while it installed the suite. */
    installation,
    modules: path.join(folder, "node_modules"),
    suiteFolder: path.join(folder, "node_modules", SUITE),
    adminAssets: path.join(directory, "public/admin/assets"),

    /** Where Node finds what the host imports from the suite. */
    async resolve(entry: string) {
      const { output } = await run({
        command: process.execPath,
        args: ["-p", `require.resolve("${SUITE}/${entry}")`],
        cwd: folder,
        env: shellEnvironment(),
      })
      return output.trim()
    },

    /** Runs a command of the Medusa CLI. */
    async medusa(args: string[], options: SuiteOptions = {}) {
      const cli = path.join(folder, "node_modules/@medusajs/cli/cli.js")
      const { code, output } = await run({
        command: process.execPath,
        args: [cli, ...args],
        cwd: folder,
        env: {
          ...shellEnvironment(),
          MEDUSA_DISABLE_TELEMETRY: "true",
          DATABASE_URL: databaseUrl,
          ...optionsVariable(options),
        },
      })
      if (code !== 0) {
        throw new Error(`medusa ${args[0]} failed:\n${output}`)
      }
    },

    start: (name: string, options: SuiteOptions = {}) =>
      startServer({
        name: `plugin-${name}`,
        directory,
        databaseUrl,
        env: optionsVariable(options),
      }),

    /** Starts it to see it refuse. */
    async spawn(name: string, options: SuiteOptions) {
      return spawnServer({
        name: `plugin-${name}`,
        directory,
        databaseUrl,
        port: await freePort(),
        env: { ...storeEnvironment(), ...optionsVariable(options) },
      })
    },
  }
}
