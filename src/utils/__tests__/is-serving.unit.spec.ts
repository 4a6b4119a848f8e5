import { isServing } from "../is-serving"

describe("whether the process is a server", () => {
  it.each(["start", "develop"])("medusa %s is one", (command) => {
    expect(isServing(["node", "medusa", command])).toBe(true)
  })

  it.each(["exec", "db:migrate", "user", "build", "plugin:build", undefined])(
    "medusa %s is none",
    (command) => {
      expect(isServing(["node", "medusa", ...(command ? [command] : [])])).toBe(
        false
      )
    }
  )
})
