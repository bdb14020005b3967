import { discardProgramme } from "#functions/programmes/discard-programme.ts";
import { draftProgramme } from "#functions/programmes/draft-programme.ts";
import { drawSeed } from "#functions/programmes/draw-seed.ts";
import { listProgrammes } from "#functions/programmes/list-programmes.ts";
import { publishProgramme } from "#functions/programmes/publish-programme.ts";
import { readProgramme } from "#functions/programmes/read-programme.ts";
import { redraftProgramme } from "#functions/programmes/redraft-programme.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import type { Role } from "#shared/contract/roles.ts";
import { date } from "#shared/domain/calendar.ts";
import type { ProgrammeId, ProgrammeTerms, Service } from "#shared/domain/programme.ts";
import { isRefusal } from "#shared/domain/refusal.ts";
import type { Reply } from "#shared/http/answer.ts";
import { someTerms } from "./a-programme.ts";
import { resident } from "./calls.ts";
import { memoryProgrammes } from "./memory-programmes.ts";
import { area } from "./people.ts";
import { publish, zhejiang } from "./standards.ts";

const official = (subject: string, roles: readonly Role[], areas = ["339900"], department?: string): Caller => ({
  ...resident(""),
  roles,
  areas,
  subject,
  department,
  residentId: undefined,
});

export const ruth = official("ruth", ["rule-maker"]);
export const rob = official("rob", ["rule-maker", "approver"]);
export const ada = official("ada", ["approver"]);
export const afar = official("afar", ["rule-maker", "approver", "auditor"], ["331000"]);
export const vera = official("vera", ["verifier"], ["339901"], "education");
export const anybody = resident("r-0h7q3n5v9x2k4m6p8s1t3w5y7z");

/** The calls about programmes on a memory; each answers what the handler would, or the code of the refusal. */
export const programmeOffice = () => {
  const programmes = memoryProgrammes();
  const clock = { today: "2024-04-01" };
  const stepping = {
    programmes,
    standards: publish(zhejiang()),
    now: () => `${clock.today}T02:00:00.000Z`,
    today: () => date(clock.today),
  };
  const call = (caller: Caller, programmeId: ProgrammeId, body: object) =>
    ({ params: { programmeId }, body, caller, query: {} }) as never;

  return {
    programmes,
    clock,
    draft: (caller: Caller, terms: ProgrammeTerms = someTerms()) =>
      answered(draftProgramme(stepping)({ params: {}, query: {}, body: terms, caller })),
    redraft: (caller: Caller, programmeId: ProgrammeId, terms: ProgrammeTerms) =>
      answered(redraftProgramme(stepping)(call(caller, programmeId, terms))),
    discard: (caller: Caller, programmeId: ProgrammeId) =>
      answered(discardProgramme(stepping)(call(caller, programmeId, { reason: "not needed" }))),
    publish: (caller: Caller, programmeId: ProgrammeId, digest: string) =>
      answered(publishProgramme(stepping)(call(caller, programmeId, { digest }))),
    drawSeed: (caller: Caller, programmeId: ProgrammeId, seed = "03 07 12 19 28 33 + 09") =>
      answered(drawSeed(stepping)(call(caller, programmeId, { seed, source: "draw 2024059" }))),
    read: (caller: Caller, programmeId: ProgrammeId) =>
      answered(readProgramme(programmes)(call(caller, programmeId, {}))),
    list: (caller: Caller, of = "339900", service?: Service) =>
      answered(
        listProgrammes(programmes)({
          params: {},
          body: {},
          query: { area: area(of), limit: 50, ...(service && { service }) },
          caller,
        }),
      ),
  };
};

// biome-ignore lint/suspicious/noExplicitAny: whoever expects something of it says what
const answered = async (reply: Promise<Reply>): Promise<any> => {
  try {
    const { status, body } = await reply;
    return { status, ...(body as object) };
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    return { refused: thrown.code, ...thrown.details };
  }
};
