/** Put in by the store's admin build, in the app as in the plugin life. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
/** The path that the admin is served under, such as "/app". */
declare const __BASE__: string | undefined
