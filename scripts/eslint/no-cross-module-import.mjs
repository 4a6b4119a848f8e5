import path from "node:path"

const MODULE_FOLDER = /(?:^|\/)src\/modules\/([^/]+)/
const PACKAGE_MODULE = /^medusa-commerce-suite\/modules\/([^/]+)/

const moduleOf = (file) => MODULE_FOLDER.exec(file.replaceAll("\\", "/"))?.[1]

function importedModule(specifier, importer) {
  if (specifier.startsWith(".")) {
    return moduleOf(path.join(path.dirname(importer), specifier))
  }
  return PACKAGE_MODULE.exec(specifier)?.[1]
}

/** A module that knows another's tables cannot be taken out or tested alone: features meet in links, workflows and events. */
export const noCrossModuleImport = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      crossModule:
        "The module {{importer}} must not import the module {{imported}}: use a link, query, a workflow or an event.",
    },
  },
  create(context) {
    const importer = moduleOf(context.filename)
    if (!importer) {
      return {}
    }
    const check = (node, source) => {
      const specifier = source?.value
      if (typeof specifier !== "string") {
        return
      }
      const imported = importedModule(specifier, context.filename)
      if (imported && imported !== importer) {
        context.report({
          node,
          messageId: "crossModule",
          data: { importer, imported },
        })
      }
    }
    const checkDeclaration = (node) => check(node, node.source)
    return {
      ImportDeclaration: checkDeclaration,
      ExportNamedDeclaration: checkDeclaration,
      ExportAllDeclaration: checkDeclaration,
      ImportExpression: checkDeclaration,
      TSImportType: (node) =>
        check(node, node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (node) =>
        check(node, node.arguments[0]),
    }
  },
}
