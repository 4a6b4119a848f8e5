const REQUEST = "/^(req|request)$/"
const forgeable =
  "A client can forge this address: use the suite's client-ip util."
const environment =
  "Read the environment in app/environment.ts only; features get options."

const clientIp = [
  `MemberExpression[object.name=${REQUEST}][property.name=/^ips?$/]`,
  `MemberExpression[object.name=${REQUEST}][computed=true][property.value=/^ips?$/]`,
  `VariableDeclarator[init.name=${REQUEST}] > ObjectPattern > Property[key.name=/^ips?$/]`,
  "MemberExpression[object.property.name='request_context'][property.name='ip_address']",
  "MemberExpression[object.property.name='request_context'][property.value='ip_address']",
  "VariableDeclarator[init.property.name='request_context'] > ObjectPattern > Property[key.name='ip_address']",
  "Property[key.name='request_context'] > ObjectPattern > Property[key.name='ip_address']",
].map((selector) => ({ selector, message: forgeable }))

const processEnv = [
  "MemberExpression[object.name='process'][property.name='env']",
  "MemberExpression[object.name='process'][property.value='env']",
  "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
  "ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name='env']",
].map((selector) => ({ selector, message: environment }))

/** ESLint takes one `no-restricted-syntax` per file, so each kind of file gets its whole list. */
export const restrictedSyntax = ["error", ...clientIp, ...processEnv]
export const restrictedSyntaxWithEnvironment = ["error", ...clientIp]
