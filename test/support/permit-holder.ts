import type { ResidentId } from "#shared/domain/resident-id.ts";
import { registerOfPeople } from "./register-of-people.ts";

export type Register = ReturnType<typeof registerOfPeople>;

/** A register of one person of county 339901, whose permit was issued in 2020: dossier version 2. */
export const aPermitHolder = async (
  startsOn: string,
  standards?: Register["standards"],
): Promise<{ readonly register: Register; readonly id: ResidentId }> => {
  const register = registerOfPeople(startsOn, standards);
  const id = await register.register("339901");
  await register.permit(id, { type: "issue", eventId: "issue", effectiveOn: "2020-07-15", area: "339901" });
  return { register, id };
};
