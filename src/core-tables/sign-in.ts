import { DECOY_LOGIN } from "../utils/decoy-login"
import type { CoreTableObject } from "./core-table-objects"

/** A row instead of a schema's object; it is here because it lies in Medusa's tables and must go with the suite. */
export const SIGN_IN_OBJECTS: CoreTableObject[] = [
  {
    name: "sign_in_decoy",
    feature: "sign-in",
    // The provider makes it, who knows how to hash, when it is first needed.
    create: "select 1",
    remove: `
      with decoy as (
        delete from provider_identity
         where provider = 'emailpass' and entity_id = '${DECOY_LOGIN}'
        returning auth_identity_id
      )
      delete from auth_identity where id in (select auth_identity_id from decoy)`,
  },
]
