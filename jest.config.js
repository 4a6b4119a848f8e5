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

const tier = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: "node",
  rootDir: __dirname,
  transform,
  moduleFileExtensions: ["ts", "tsx", "js", "mjs", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.store/"],
  testPathIgnorePatterns: ["/node_modules/"],
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  ...more,
})

const UNIT = "\\.unit\\.spec\\.tsx?$"

/** One project per tier; `scripts/test.mjs` brings up what each needs. */
module.exports = {
  testTimeout: 60_000,
  projects: [
    tier("unit", ["{src,app,integration-tests}/**/*.unit.spec.{ts,tsx}"]),
    tier("modules", ["src/modules/*/__tests__/**/*.spec.ts"], {
      testPathIgnorePatterns: ["/node_modules/", UNIT],
    }),
    ...["http", "plugin", "browser", "faults"].map((name) =>
      tier(name, [`integration-tests/${name}/**/*.spec.ts`], {
        testPathIgnorePatterns: ["/node_modules/", UNIT],
      })
    ),
  ],
}
