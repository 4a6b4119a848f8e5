const path = require("node:path")
const { defineConfig } = require("@medusajs/framework/utils")

/** The app's configuration (`medusa-config.ts`, `app/environment.ts`) as it is without the suite. */
const url = process.env.BACKEND_URL
const storeCors = "http://localhost:8000,http://localhost:3000"

module.exports = defineConfig({
  featureFlags: { caching: false },
  admin: { backendUrl: "/" },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    cookieOptions: { secure: false },
    http: {
      storeCors,
      adminCors: url,
      authCors: `${storeCors},${url}`,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  modules: [
    {
      resolve: "@medusajs/medusa/auth",
      options: {
        mfa: { encryption_key: process.env.AUTH_MFA_ENCRYPTION_KEY },
        providers: [
          { resolve: "@medusajs/medusa/auth-emailpass", id: "emailpass" },
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
              upload_dir: path.join(process.env.UPLOADS_DIR, "public"),
              private_upload_dir: path.join(process.env.UPLOADS_DIR, "private"),
              backend_url: `${url}/static`,
            },
          },
        ],
      },
    },
  ],
})
