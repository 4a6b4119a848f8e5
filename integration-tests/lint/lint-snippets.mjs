import { text } from "node:stream/consumers"
import { ESLint } from "eslint"

// Jest's sandbox cannot import an ES module configuration, so the spec runs this beside it.
const { snippets, files } = JSON.parse(await text(process.stdin))
const eslint = new ESLint()

const rulesHit = []
for (const { code, filePath } of snippets) {
  const [result] = await eslint.lintText(code, { filePath })
  rulesHit.push(result.messages.map(({ ruleId, message }) => ruleId ?? message))
}

const rulesOn = []
for (const file of files) {
  const { rules } = await eslint.calculateConfigForFile(file)
  rulesOn.push(Object.keys(rules).filter((rule) => rules[rule][0] === 2))
}

console.log(JSON.stringify({ rulesHit, rulesOn }))
