import {
  type ConfigCheck,
  type Finding,
  ok,
  refusal,
  type Setup,
  warning,
} from "../finding"

const SHORTEST = 16
/** In tutorials, templates and Medusa itself: the first that an attacker tries. */
const KNOWN =
  /^(super-?secret|secret|changeme|password|jwt_secret|cookie_secret)/i

/** Key pairs and buffers are nobody's default. */
const isWeak = (secret: unknown) =>
  secret === undefined ||
  (typeof secret === "string" &&
    (secret.length < SHORTEST || KNOWN.test(secret)))

function weakSecrets({ config, suite }: Setup): string[] {
  const { jwtSecret, cookieSecret } = config.projectConfig.http
  const given = {
    "projectConfig.http.jwtSecret": jwtSecret,
    "projectConfig.http.cookieSecret": cookieSecret,
    ...(suite.general.secret && { "general.secret": suite.general.secret }),
  }
  return Object.entries(given)
    .filter(([, secret]) => isWeak(secret))
    .map(([name]) => name)
}

/** Whoever knows the secret logs in as anybody. */
export const defaultSecrets: ConfigCheck = {
  name: "default-secrets",
  examine: (setup): Finding => {
    const weak = weakSecrets(setup)
    if (weak.length === 0) {
      return ok("none is a default or short")
    }
    const say = setup.isProduction ? refusal : warning
    return say(
      `default or shorter than ${SHORTEST} characters: ${weak.join(", ")}`,
      "set JWT_SECRET and COOKIE_SECRET to random texts, for instance of `openssl rand -hex 32`"
    )
  },
}
