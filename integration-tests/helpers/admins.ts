import { randomUUID } from "node:crypto"
import { adminClient } from "./clients"
import { baseUrl } from "./environment"
import { expectOk, type HttpClient } from "./http"
import { authClient, tokenOf, withToken } from "./sessions"
import type { Login } from "./sign-in"

/** An admin whom no other spec knows. */
export async function freshAdmin({
  url = baseUrl(),
}: { url?: string } = {}): Promise<
  Login & { id: string; token: string; client: HttpClient }
> {
  const login = {
    email: `admin-${randomUUID()}@store.test`,
    password: randomUUID(),
  }
  const boss = await adminClient({ url })
  const { invite } = await expectOk(
    boss.post<{ invite: { token: string } }>("/admin/invites", {
      email: login.email,
    })
  )
  const { token: registration } = await expectOk(
    authClient({}, url).post<{ token: string }>(
      "/auth/user/emailpass/register",
      login
    )
  )
  const { user } = await expectOk(
    withToken(registration, url).post<{ user: { id: string } }>(
      `/admin/invites/accept?token=${invite.token}`,
      { email: login.email, first_name: "Ada", last_name: "Min" }
    )
  )
  const token = await tokenOf(login, { url, actor: "user" })
  return { ...login, id: user.id, token, client: withToken(token, url) }
}
