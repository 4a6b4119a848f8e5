export const PACKAGE_NAME = "medusa-commerce-suite"

/** "app" is the suite's own store, whose modules lie in `./src`; every other store has it as a plugin. */
export type Life = "app" | "plugin"
