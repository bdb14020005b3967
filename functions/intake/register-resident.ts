import { setTimeout } from "node:timers/promises";
import type { Call } from "#shared/contract/endpoint.ts";
import type { registerResidentEndpoint } from "#shared/contract/register-resident.ts";
import type { AreaCode } from "#shared/domain/area.ts";
import { applyChange } from "#shared/domain/dossier.ts";
import { birthDateIn } from "#shared/domain/identity-number.ts";
import { Refusal } from "#shared/domain/refusal.ts";
import { ResidentId } from "#shared/domain/resident-id.ts";
import type { Reply } from "#shared/http/answer.ts";
import { opaqueId } from "#shared/runtime/opaque-id.ts";
import type { Identities } from "#shared/storage/identities.ts";
import type { Residents } from "#shared/storage/residents.ts";
import { requireArea, requireDepartment } from "./feed.ts";
import { type Clock, type Receipt, receiptFrom } from "./receipt.ts";

interface Registers {
  readonly identities: Pick<Identities, "find" | "register">;
  readonly residents: Pick<Residents, "read" | "append">;
}

/** 居住登记: gives a person an id, always the same one. */
export const registerResident =
  ({ identities, residents }: Registers, clock: Clock) =>
  async ({ body, caller }: Call<typeof registerResidentEndpoint>): Promise<Reply> => {
    requireDepartment(caller, "public-security");
    requireArea(caller, body.area);
    const { identityNumber, name, area } = body;
    const receipt = receiptFrom(caller, clock);
    if (birthDateIn(identityNumber) > receipt.receivedOn) {
      const detail = `holds a birth date after the day of receipt, ${receipt.receivedOn}`;
      throw new Refusal("happened-after-receipt", { errors: [{ field: "identityNumber", detail }] });
    }

    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const known = await identities.find(identityNumber);
      if (known?.isRegistered) {
        if (!(await known.isNamed(name))) throw new Refusal("identity-name-differs", {});
        await moveTo(residents, known.residentId, area, receipt);
        return { status: 200, body: { residentId: known.residentId } };
      }
      // whoever was admitted as somebody's family keeps that id
      const residentId = known?.residentId ?? ResidentId.parse(opaqueId("r"));
      const { receivedAt, receivedOn, by } = receipt;
      const change = { type: "registered", area, identityBirthDate: birthDateIn(identityNumber) } as const;
      const recorded = { residentId, version: 1, change, receivedAt, receivedOn, by };
      const registered = await identities.register(
        { identityNumber, name },
        applyChange(undefined, recorded),
        recorded,
      );
      if (registered === "registered") return { status: 201, body: { residentId } };
      // somebody else is registering the same number: their dossier is there, or will be in a moment
      await setTimeout(Math.random() * 20 * attempt);
    }
    throw new Error("a registration was overtaken again and again, yet nobody is registered");
  };

const mostAttempts = 10;

/** A person registered before who now lives elsewhere: the area counts while no permit names another. */
const moveTo = async (
  residents: Registers["residents"],
  residentId: ResidentId,
  area: AreaCode,
  { receivedAt, receivedOn, by }: Receipt,
): Promise<void> => {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const dossier = await residents.read(residentId);
    if (!dossier) throw new Error("an identity has no dossier");
    if (dossier.area === area) return;
    const { identityBirthDate, version } = dossier;
    const change = { type: "registered", area, identityBirthDate } as const;
    const recorded = { residentId, version: version + 1, change, receivedAt, receivedOn, by };
    if ((await residents.append(applyChange(dossier, recorded), recorded)) === "appended") return;
    await setTimeout(Math.random() * 20 * attempt);
  }
  throw new Refusal("dossier-busy", { residentId });
};
