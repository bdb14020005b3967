import { someTerms } from "./a-programme.ts";
import { fileOfType } from "./files.ts";
import { county, type intakeOverHttp, workersFacts } from "./intake-over-http.ts";
import { walkTo } from "./nights.ts";
import { identityNumber } from "./people.ts";
import type { TestSystem } from "./test-system.ts";
import { uploadsOverHttp } from "./uploads-over-http.ts";

type Intake = Awaited<ReturnType<typeof intakeOverHttp>>;

/** Somebody with a valid permit in the county, who has given the undertaking of truth. */
export interface Applicant {
  readonly residentId: string;
  readonly token: string;
  readonly path: string;
  readonly identityNumber: string;
  readonly name: string;
}

let people = 0;

export const permitOf = (residentId: string): string => `permit-${residentId}`;

/** What a programme needs, over HTTP: who writes it, who applies, who decides and ranks. */
export const servicesOverHttp = async (system: TestSystem, intake: Intake) => {
  const author = await system.token("rule-maker", { sub: "author-1", areas: [county] });
  const approver = await system.token("approver", { sub: "approver-1", areas: [county] });
  const verifier = (sub = "clerk-1", department = "education") =>
    system.token("verifier", { sub, department, areas: [county] });

  const window = await system.token("window", { sub: "window-1", areas: [county] });
  const uploads = uploadsOverHttp(system);
  const numbers = new Map<string, string>();

  /** The body of an answer that has to be of this status. */
  const ask = async (status: number, token: string, method: string, path: string, body?: unknown) => {
    const answer = await system.api(method, path, { token, ...(body !== undefined && { body }) });
    if (answer.status !== status) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  };

  const register = async (birthDate: string, name: string): Promise<Applicant> => {
    people += 1;
    const known = { identityNumber: identityNumber(birthDate, people), name };
    const { residentId } = await ask(201, intake.tokens["public-security"], "POST", "/v1/residents", {
      ...known,
      area: county,
    });
    const token = await system.token("resident", { sub: `sub-${residentId}`, residentId });
    return { residentId, token, path: `/v1/residents/${residentId}`, ...known };
  };

  /** Of whom the departments have reported this beside residence; all that they know of a worker unless it is given. */
  const person = async ({ name = "何山雨", birthDate = "1988-02-03", facts = workersFacts as object } = {}) => {
    const one = await register(birthDate, name);
    const known = { ...nobodysFacts, ...facts, "public-security": { ...workersFacts["public-security"], birthDate } };
    for (const department of ["public-security", "education", "hrss"] as const) {
      await intake.report(one.residentId, department, known[department]);
    }
    await intake.permit(one.residentId, {
      type: "issue",
      eventId: `issue-${one.residentId}`,
      permitId: permitOf(one.residentId),
      effectiveOn: "2019-08-20",
      area: county,
    });
    await ask(201, one.token, "POST", `${one.path}/undertakings`, { version: "2023-07-26", by: "self" });
    return one;
  };

  /** Two married people and their child, each of the two confirmed by both. */
  const family = async (one: Applicant, other: Applicant, bornOn = "2018-03-01") => {
    const { identityNumber: number, name } = other;
    await confirmed(one, other, { relation: "spouse", identityNumber: number, name });
    return child(one, other, bornOn);
  };

  /** One more child of a married couple; its id. */
  const child = async (one: Applicant, other: Applicant, bornOn = "2018-03-01"): Promise<string> => {
    people += 1;
    const typed = { identityNumber: identityNumber(bornOn, people), name: "何小溪" };
    const relationId = await confirmed(one, other, { relation: "child", ...typed, confirmedBy: { by: "spouse" } });
    const residentId = await childIn(one, relationId);
    numbers.set(residentId, typed.identityNumber);
    return residentId;
  };

  /** The child of somebody who is its only parent: a window attests it from a paper. */
  const childOfOne = async (parent: Applicant, bornOn = "2018-03-01"): Promise<string> => {
    people += 1;
    const typed = { identityNumber: identityNumber(bornOn, people), name: "何小溪" };
    const proposal = { relation: "child", ...typed, confirmedBy: { by: "window" } };
    const { relationId } = await ask(201, parent.token, "POST", `${parent.path}/household/relations`, proposal);
    const materialId = await uploads.upload(parent.residentId, parent.token, fileOfType("application/pdf"));
    const attestation = `${parent.path}/household/relations/${relationId}/attestation`;
    await ask(200, window, "POST", attestation, { materials: [{ code: "birth-certificate", materialId }] });
    return childIn(parent, relationId);
  };

  const childIn = async ({ token, path }: Applicant, relationId: string): Promise<string> => {
    const { relations } = await ask(200, token, "GET", `${path}/household`);
    return relations.find((one: { relationId: string }) => one.relationId === relationId).persons.relative;
  };

  const confirmed = async (one: Applicant, other: Applicant, proposal: object): Promise<string> => {
    const proposed = await ask(201, one.token, "POST", `${one.path}/household/relations`, proposal);
    const { relationId } = proposed;
    await ask(200, other.token, "POST", `${other.path}/household/relations/${relationId}/confirmation`, {});
    return relationId;
  };

  return {
    ask,
    author,
    approver,
    verifier,
    person,
    family,
    child,
    childOfOne,
    confirmed,
    /** Of a child that was named. */
    numberOf: (residentId: string) => numbers.get(residentId),
    /** A programme that one person wrote and another approved. */
    publish: async (differing: Parameters<typeof someTerms>[0] = {}): Promise<string> => {
      const { programmeId, digest } = await ask(201, author, "POST", "/v1/programmes", someTerms(differing));
      await ask(200, approver, "POST", `/v1/programmes/${programmeId}/publication`, { digest });
      return programmeId;
    },
    apply: ({ token, path }: Pick<Applicant, "token" | "path">, programmeId: string, body: object = {}) =>
      system.api("POST", `${path}/applications`, { token, body: { programmeId, wishes: ["east"], ...body } }),
    accept: (token: string, applicationNumber: string) =>
      ask(200, token, "POST", `/v1/applications/${applicationNumber}/eligibility`, {
        outcome: "accepted",
        reason: "all is there",
      }),
    /** As it stands, for the applicant. */
    read: async ({ token, path }: Pick<Applicant, "token" | "path">, applicationNumber: string) =>
      (await ask(200, token, "GET", `${path}/applications/${applicationNumber}`)).application,
    drawSeed: (token: string, programmeId: string) =>
      ask(200, token, "POST", `/v1/programmes/${programmeId}/seed`, {
        seed: "03 09 17 21 28 33 11",
        source: "福彩双色球2024年5月26日开奖号码",
      }),
    /** Ranks, and waits until the listing is there. */
    settle: async (token: string, programmeId: string) => {
      await ask(202, token, "POST", `/v1/programmes/${programmeId}/settlement`);
      await system.quiet();
      return ask(200, token, "GET", `/v1/programmes/${programmeId}/settlement`);
    },
    /** Lets this day begin, with all that is due on it. */
    begin: async (day: string): Promise<void> => {
      await system.clock(new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10));
      await walkTo(system, day);
      await system.quiet();
    },
  };
};

const nobodysFacts = { education: { education: [] }, hrss: { skills: [], pension: [] } };
