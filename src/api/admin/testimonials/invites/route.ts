import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../config/suite-options"
import { TESTIMONIALS_MODULE } from "../../../../modules/testimonials"
import type TestimonialsModuleService from "../../../../modules/testimonials/service"
import type {
  AdminTestimonialInviteCreatedResponse,
  AdminTestimonialInvitesResponse,
} from "../../../../types/testimonials"
import { createTestimonialInviteWorkflow } from "../../../../workflows/testimonials"
import type {
  AdminCreateTestimonialInviteType,
  AdminGetTestimonialInvitesType,
} from "../validators"
import { inviteUrl, presentInvite } from "./presenters"

defineFileConfig({ path: __filename, isDisabled: isOff("testimonials") })

const DAY = 24 * 60 * 60 * 1000

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminTestimonialInvitesResponse>
) {
  const { limit, offset } = req.validatedQuery as AdminGetTestimonialInvitesType
  const service =
    req.scope.resolve<TestimonialsModuleService>(TESTIMONIALS_MODULE)
  const [invites, count] = await service.listAndCountTestimonialInvites(
    {},
    { take: limit, skip: offset, order: { created_at: "DESC", id: "ASC" } }
  )
  const uses = await service.listTestimonials(
    { invite_id: invites.map(({ id }) => id) },
    {
      select: ["id", "invite_id", "created_at"],
      take: limit,
      withDeleted: true,
    }
  )
  const useByInvite = new Map(uses.map((use) => [use.invite_id, use]))
  res.json({
    invites: invites.map((invite) =>
      presentInvite(invite, useByInvite.get(invite.id))
    ),
    count,
    limit,
    offset,
  })
}

/** The answer's `url` is the only place where the token ever stands. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateTestimonialInviteType>,
  res: MedusaResponse<AdminTestimonialInviteCreatedResponse>
) {
  const { inviteTtlDays } = featureOptions("testimonials")
  const { result: invite } = await createTestimonialInviteWorkflow(
    req.scope
  ).run({
    input: {
      ...req.validatedBody,
      expires_at: new Date(Date.now() + inviteTtlDays * DAY),
      created_by: req.auth_context.actor_id,
    },
  })
  res
    .status(201)
    .json({ invite: presentInvite(invite), url: inviteUrl(invite) })
}
