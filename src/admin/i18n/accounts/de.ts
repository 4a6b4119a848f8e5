import type { Translation } from "../translation"
import type { accountsEn } from "./en"

export const accountsDe: Translation<typeof accountsEn> = {
  title: "Konto",
  state: { open: "Kann sich anmelden", suspended: "Gesperrt" },
  empty: "Noch nie gesperrt",
  suspended: "Gesperrt {{at}} von {{by}}",
  lifted: "Freigegeben {{at}} von {{by}}",
  reason: {
    label: "Grund",
    hint: "Für Sie und andere Admins; er wird aufbewahrt.",
    missing: "Nennen Sie den Grund; er wird aufbewahrt",
  },
  suspend: {
    action: "Sperren",
    title: "Dieses Konto sperren?",
    description:
      "Niemand kann sich mehr damit anmelden, und es wird überall abgemeldet. Ein neues Passwort hilft nicht. Seine Daten bleiben.",
    done: "Das Konto ist gesperrt",
  },
  reactivate: {
    action: "Freigeben",
    title: "Dieses Konto freigeben?",
    description: "Wem es gehört, kann sich wieder anmelden.",
    done: "Das Konto kann sich wieder anmelden",
  },
}
