import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import {
  shellEnvironment,
  storeEnvironment,
  temporaryFolder,
} from "../helpers/environment"
import { freePort } from "../helpers/ports"
import { run } from "../helpers/processes"
import { ROOT, spawnServer, startServer } from "../helpers/server"
import { declaredPackages, peerPackages, type Tarball, unpack } from "./tarball"

const SUITE = "medusa-commerce-suite"

/** The rest is what Medusa's own starter has. */
const manifest = (tarball: Tarball) => ({
  name: "scratch-app",
  version: "0.0.1",
  private: true,
  dependencies: { ...peerPackages(), [SUITE]: `file:${tarball.file}` },
})

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

export type SuiteOptions = Record<string, unknown>
export type ScratchApp = ReturnType<typeof appIn>

const optionsVariable = (options: SuiteOptions) => ({
  SUITE_OPTIONS: JSON.stringify(options),
})

function writeFiles(folder: string, tarball: Tarball) {
  const write = (name: string, text: string) =>
    writeFileSync(path.join(folder, name), text)
  write("package.json", JSON.stringify(manifest(tarball)))
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  write("medusa-config.ts", CONFIG)
  mkdirSync(path.join(folder, "src"))
}

/** Medusa looks its own packages up from the app's folder, where npm hoists them. */
const medusaPackages = () =>
  readdirSync(path.join(ROOT, "node_modules/@medusajs")).map(
    (name) => `@medusajs/${name}`
  )

/**
 * Links the platform and what the suite declares, nothing else, so that an undeclared import fails.
 * Linked packages find their own dependencies in this repository; only the suite is really installed.
 */
function linkPackages(modules: string) {
  for (const name of new Set([...medusaPackages(), ...declaredPackages()])) {
    const link = path.join(modules, name)
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.join(ROOT, "node_modules", name), link)
  }
}

/** A Medusa app that has nothing to do with this repository but the tarball. */
export async function createScratchApp(
  tarball: Tarball,
  databaseUrl: string
): Promise<ScratchApp> {
  const folder = path.join(temporaryFolder(), "scratch-app")
  const modules = path.join(folder, "node_modules")
  const suite = path.join(modules, SUITE)
  mkdirSync(suite, { recursive: true })
  writeFiles(folder, tarball)
  linkPackages(modules)
  await unpack(tarball, suite)
  return appIn(folder, databaseUrl)
}

function appIn(folder: string, databaseUrl: string) {
  const directory = path.join(folder, ".medusa/server")
  return {
    suiteFolder: path.join(folder, "node_modules", SUITE),
    adminAssets: path.join(directory, "public/admin/assets"),

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
