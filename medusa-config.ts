import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import {
  backendUrl,
  isLocalHttp,
  readEnvironment,
  suiteOptions,
  uploadDirectories,
} from "./app/environment"
import { redisModules } from "./app/redis"
import { withCommerceSuite } from "./src/config"

loadEnv("", __dirname)
const environment = readEnvironment()
const url = backendUrl(environment)
const uploads = uploadDirectories(environment)

export default withCommerceSuite(
  defineConfig({
    featureFlags: { caching: Boolean(environment.REDIS_URL) },
    admin: { backendUrl: "/", disable: environment.ADMIN_DISABLED },
    projectConfig: {
      databaseUrl: environment.DATABASE_URL,
      redisUrl: environment.REDIS_URL,
      // An http store on this machine: a Secure cookie would never come back, and no admin could log in.
      cookieOptions: isLocalHttp(url) ? { secure: false } : undefined,
      http: {
        storeCors: environment.STORE_CORS,
        adminCors: environment.ADMIN_CORS ?? url,
        authCors:
          environment.AUTH_CORS ??
          [environment.STORE_CORS, environment.ADMIN_CORS ?? url].join(","),
        jwtSecret: environment.JWT_SECRET,
        cookieSecret: environment.COOKIE_SECRET,
      },
    },
    modules: [
      {
        resolve: "@medusajs/medusa/auth",
        options: {
          mfa: { encryption_key: environment.AUTH_MFA_ENCRYPTION_KEY },
          providers: [
            {
              resolve: "@medusajs/medusa/auth-emailpass",
              id: "emailpass",
              options: {
                hashConfig: {
                  logN: environment.PASSWORD_HASH_LOG_N,
                  r: 8,
                  p: 1,
                },
              },
            },
          ],
        },
      },
      {
        resolve: "@medusajs/medusa/file",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/file-local",
              id: "local",
              options: {
                upload_dir: uploads.public,
                private_upload_dir: uploads.private,
                backend_url: `${url}/static`,
              },
            },
          ],
        },
      },
      ...redisModules(environment),
    ],
  }),
  suiteOptions(environment),
  { life: "app" }
)
