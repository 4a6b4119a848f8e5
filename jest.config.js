const transform = {
  "^.+\\.[jt]sx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true, decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          react: { runtime: "automatic" },
        },
      },
    },
  ],
}

const UNIT = "\\.unit\\.spec\\.tsx?$"

const tier = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: "node",
  rootDir: __dirname,
  transform,
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.store/"],
  testPathIgnorePatterns: ["/node_modules/", UNIT],
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  ...more,
})

const TIER_SERVER = {
  globalSetup: "<rootDir>/integration-tests/helpers/global-setup.ts",
  globalTeardown: "<rootDir>/integration-tests/helpers/global-teardown.ts",
}

/** One project per tier; `scripts/test.mjs` brings up what each needs. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    tier("unit", ["{src,app,integration-tests}/**/*.unit.spec.{ts,tsx}"], {
      testPathIgnorePatterns: ["/node_modules/"],
    }),
    tier("modules", [
      "src/modules/*/__tests__/**/*.spec.ts",
      "src/providers/__tests__/*.spec.ts",
    ]),
    ...["http", "browser"].map((name) =>
      tier(name, [`integration-tests/${name}/**/*.spec.ts`], TIER_SERVER)
    ),
    ...["faults", "plugin"].map((name) =>
      tier(name, [`integration-tests/${name}/**/*.spec.ts`])
    ),
  ],
}
