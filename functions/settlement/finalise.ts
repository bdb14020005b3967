import type { Programme, ProgrammeId, ProgrammeStep } from "#shared/domain/programme.ts";
import type { Places } from "#shared/ranking/places.ts";
import { takeProgrammeStep } from "#shared/storage/take-programme-step.ts";
import type { Settling } from "./settling.ts";

/** The results of a round are final; what is left goes on to the second one, if one is foreseen and can still be applied in. */
export const finalise = async (settling: Settling, programmeId: ProgrammeId, left: Places): Promise<void> => {
  const before = await settling.programmes.read(programmeId);
  if (before?.state === "listed") await take(settling, programmeId, { type: "finalised" });
  const programme = await settling.programmes.read(programmeId);
  const isAnythingLeft = Object.values(left).some((count) => count !== 0);
  if (programme && isAnythingLeft && awaitsSecondRound(settling, programme)) {
    await take(settling, programmeId, { type: "second-round-begun", left });
  }
};

const awaitsSecondRound = ({ today }: Settling, { state, round, terms: { secondRound } }: Programme): boolean =>
  state === "final" && round === 1 && secondRound !== undefined && today() <= secondRound.closesOn;

const take = (settling: Settling, programmeId: ProgrammeId, step: ProgrammeStep): Promise<Programme> =>
  takeProgrammeStep(settling, programmeId, {
    who: () => ({ subject: "settlement", role: "system" }),
    type: step.type,
    step: () => step,
  });
