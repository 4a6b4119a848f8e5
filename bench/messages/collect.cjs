/**
 * Loaded into a server: SIGUSR2 collects its garbage and writes what is left, in bytes, to the file MEMORY_FILE. What a process
 * has in memory otherwise tells as well when V8 last thought it worth collecting.
 */
const { renameSync, writeFileSync } = require("node:fs")
const { setFlagsFromString } = require("node:v8")
const { runInNewContext } = require("node:vm")

setFlagsFromString("--expose-gc")
const collect = runInNewContext("gc")
const file = process.env.MEMORY_FILE

process.on("SIGUSR2", () => {
  collect()
  const { rss, heapUsed, external } = process.memoryUsage()
  const left = { resident: rss, live: heapUsed + external }
  writeFileSync(`${file}.part`, JSON.stringify(left))
  renameSync(`${file}.part`, file)
})
