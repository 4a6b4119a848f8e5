/** By feature slug: is it switched on? */
export type AdminCommerceSuiteResponse = { features: Record<string, boolean> }
