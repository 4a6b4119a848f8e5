/** Jest's realm lacks these two of Node's own; without them Playwright can neither measure nor click in a frame. */
for (const name of ["dispose", "asyncDispose"] as const) {
  if (!Symbol[name]) {
    Object.defineProperty(Symbol, name, {
      value: Symbol.for(`Symbol.${name}`),
    })
  }
}
