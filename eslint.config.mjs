import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import { noCrossModuleImport } from "./scripts/eslint/no-cross-module-import.mjs"
import {
  restrictedSyntax,
  restrictedSyntaxWithEnvironment,
} from "./scripts/eslint/restricted-syntax.mjs"

const TESTS = [
  "**/__tests__/**",
  "**/*.spec.{ts,tsx}",
  "integration-tests/**",
  "bench/**",
  "scripts/**",
]

/** What may read the environment: the app's one place, tools, and the specs' one place. */
const ENVIRONMENT_READERS = [
  "app/environment.ts",
  "scripts/**",
  "bench/**",
  "*.config.{js,mjs}",
  "integration-tests/helpers/environment.ts",
]

const nodeGlobals = Object.fromEntries(
  [
    "AbortController AbortSignal Buffer URL URLSearchParams console fetch performance process",
    "clearInterval clearTimeout setImmediate setInterval setTimeout module require __dirname",
  ]
    .join(" ")
    .split(" ")
    .map((name) => [name, "readonly"])
)

const isIgnoresOnly = (block) => block.ignores && !block.files && !block.rules

/** The preset lints direct children only; Medusa loads nested files too. */
const widen = (glob) => glob.replace(/(subscribers|jobs)\/\*\./, "$1/**/*.")

const asErrors = (rules = {}) =>
  Object.fromEntries(
    Object.entries(rules).map(([rule, level]) => [
      rule,
      level === "warn" ? "error" : level,
    ])
  )

const medusaRules = medusa.default.configs.strict
  // The preset ignores all specs; ours are linted, only without Medusa's own rules.
  .filter((block) => !isIgnoresOnly(block))
  // Its parser block asks for the nearest tsconfig, which leaves out specs; ours stands below.
  .filter((block) => !block.languageOptions)
  .map((block) =>
    block.plugins
      ? block
      : {
          ...block,
          files: block.files.map(widen),
          ignores: [...(block.ignores ?? []), ...TESTS],
          rules: asErrors(block.rules),
        }
  )

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      "**/.cache/**",
      ".store/**",
      "coverage/**",
      "src/modules/*/migrations/**",
      "src/admin/__admin-extensions__.js",
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: {
      suite: { rules: { "no-cross-module-import": noCrossModuleImport } },
    },
    rules: {
      "suite/no-cross-module-import": "error",
      "no-restricted-syntax": restrictedSyntax,
      eqeqeq: ["error", "smart"],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ENVIRONMENT_READERS,
    rules: { "no-restricted-syntax": restrictedSyntaxWithEnvironment },
  },
  {
    files: ["**/*.{js,mjs}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { "no-undef": "error" },
  },
  {
    files: ["**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.check.json", "./src/admin/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: false },
      ],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          varsIgnorePattern: "^_",
          ignoreRestSiblings: true,
        },
      ],
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@medusajs/framework/utils",
              importNames: ["definePolicies", "hasPermission"],
              message: "Medusa's RBAC is proprietary.",
            },
          ],
          patterns: [
            {
              group: [
                "@medusajs/rbac*",
                "@medusajs/auth-oidc*",
                "@medusajs/medusa/rbac*",
                "@medusajs/medusa/auth-oidc*",
              ],
              message: "Proprietary Enterprise code: never import it.",
            },
          ],
        },
      ],
    },
  },
  ...medusaRules,
  {
    // Boot errors go to the operator, not through HTTP.
    files: ["src/config/**", "app/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  }
)
