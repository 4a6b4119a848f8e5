import type { ExecArgs } from "@medusajs/framework/types"
import { DOCTOR_MODULE } from "../modules/doctor"
import { formatReport } from "../modules/doctor/report"
import type DoctorModuleService from "../modules/doctor/service"

/** `npx medusa exec ./src/scripts/doctor.ts`: every check with its state and its fix. */
export default async function examineStore({ container }: ExecArgs) {
  const doctor = container.resolve<DoctorModuleService>(DOCTOR_MODULE)
  const findings = await doctor.examine()
  process.stdout.write(formatReport(findings))
  // Medusa ends the process without a code of its own.
  process.exitCode = findings.some(({ severity }) => severity === "refusal")
    ? 1
    : 0
}
