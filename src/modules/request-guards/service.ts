/** A module must have one. The guards need no container: they work before Medusa has one for the request. */
export default class RequestGuardsModuleService {}
