import type { Translation } from "../translation"
import type { twoFactorEn } from "./en"

export const twoFactorDe: Translation<typeof twoFactorEn> = {
  on: "An",
  off: "Aus",
  section: {
    title: "Zweiter Faktor: mehr",
    description:
      "Codes per E-Mail, Wiederherstellungscodes, und wofür nach ihnen gefragt wird",
    due: "Dieser Shop verlangt einen zweiten Faktor: Richten Sie bis {{date}} einen ein.",
    over: "Dieser Shop verlangt einen zweiten Faktor. Richten Sie hier einen ein, und die anderen Seiten öffnen sich.",
  },
  email: {
    label: "Codes per E-Mail",
    start: "Codes per E-Mail einrichten",
    setUp: "Codes per E-Mail sind eingerichtet",
    switchOff: "Codes per E-Mail abschalten",
    switchedOff: "Codes per E-Mail sind abgeschaltet",
  },
  recovery: {
    label: "Wiederherstellungscodes",
    left_one: "{{count}} übrig",
    left_other: "{{count}} übrig",
    make: "Neue erzeugen",
    title: "Neue Wiederherstellungscodes",
    shown:
      "Bewahren Sie sie auf, wo nur Sie sie finden. Jeder gilt einmal; frühere gelten nicht mehr, und diese werden nicht noch einmal gezeigt.",
    kept: "Ich habe sie aufbewahrt",
  },
  stepUp: {
    label: "Für alles, was sich nicht zurücknehmen lässt",
    fresh: "In den letzten 10 Minuten bestätigt",
    stale:
      "API-Schlüssel, Einladungen und Ähnliches verlangen einen Code der letzten 10 Minuten",
    action: "Bestätigen",
    title: "Bestätigen Sie, dass Sie es sind",
    app: "Geben Sie den Code ein, den Ihre Authenticator-App zeigt.",
    email: "Geben Sie den Code ein, den wir Ihnen gerade gesandt haben.",
    none: "Dies verlangt einen zweiten Faktor: Richten Sie zuerst auf Ihrer Profilseite einen ein",
  },
  reset: {
    title: "Zweiten Faktor zurücksetzen",
    description: "Für alle, die ihr Telefon verloren haben",
    question:
      "Stellen Sie sicher, dass wirklich der Inhaber darum bittet: Danach genügt das Passwort zur Anmeldung. Der Inhaber erfährt es per E-Mail.",
    action: "Zurücksetzen",
    done: "Der zweite Faktor ist abgeschaltet, und sein Inhaber erfährt es",
  },
}
