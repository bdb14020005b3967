import type { intakeOverHttp } from "./intake-over-http.ts";
import { type Filed, settlementOverHttp } from "./settlement-over-http.ts";
import type { TestSystem } from "./test-system.ts";

const diploma = { id: "diploma-1", level: "master", obtainedOn: "2012-07-01", verified: true } as const;
const reason = "the university has never issued it";

/** One place at school, granted to somebody for whom a diploma decided; somebody else is next in rank. Over HTTP. */
export const forgeryOverHttp = async (system: TestSystem, intake: Awaited<ReturnType<typeof intakeOverHttp>>) => {
  const education = await settlementOverHttp(system, intake, "education");
  const { ask } = education;
  const offers = [{ code: "east", name: { zh: "东溪小学", en: "Dongxi Primary School" }, places: 1 }];
  const programmeId = await education.publish({ offers, wishes: 1 });
  const pension = [{ from: "2014-01", to: "2015-08", province: "330000", kind: "employee" }];
  const [forger, next] = await Promise.all(
    [[diploma], []].map(async (diplomas): Promise<Filed> => {
      const who = await education.person({
        facts: { education: { education: diplomas }, hrss: { skills: [], pension } },
      });
      return education.file(who, programmeId, { wishes: ["east"] });
    }),
  );
  if (!forger || !next) throw new Error("two have applied");
  await system.quiet();
  await education.cutOff(programmeId);
  await education.begin("2024-06-08");

  const [ann, bob, cat] = await Promise.all(["ann", "bob", "cat"].map((sub) => education.verifier(sub)));
  if (!ann || !bob || !cat) throw new Error("three officers");
  const path = `${forger.who.path}/findings`;
  const step = async (token: string, { findingId }: { readonly findingId: string }, what: string, body: object) => {
    const answer = await ask(200, token, "POST", `${path}/${findingId}/${what}`, body);
    await system.quiet();
    return answer;
  };

  return {
    ...{ education, programmeId, forger, next, ann, bob, cat, step },
    propose: (differing: object = {}) =>
      system.api("POST", path, {
        token: ann,
        body: {
          ...{ facts: ["diploma-1"], applications: [forger.applicationNumber] },
          ...{ reason, clause: "五(三)", ...differing },
        },
      }),
    /** Proposed by one, answered by the person, confirmed by another. */
    confirmed: async () => {
      const finding = await ask(201, ann, "POST", path, {
        ...{ facts: ["diploma-1"], applications: [forger.applicationNumber] },
        ...{ reason, clause: "五(三)" },
      });
      await step(forger.who.token, finding, "statement", { statement: "I bought it in good faith" });
      return step(bob, finding, "confirmation", { reason: "the university was asked" });
    },
    /** What became of both applications. */
    states: async () => (await education.standing([forger, next])).map(({ state }) => state),
    /** What counts today, of whoever it was. */
    points: async () => (await ask(200, forger.who.token, "GET", `${forger.who.path}/score`)).effectiveTotal,
    credit: async (after = 0) => ask(200, intake.tokens["public-security"], "GET", `/v1/credit-records?after=${after}`),
    /** The results of the one application, as they were handed over one after the other. */
    handedOver: async ({ applicationNumber }: Filed) =>
      (await education.handedOver(programmeId)).results.flatMap(
        (one: { applicationNumber: string; result: string; corrects: boolean }) =>
          one.applicationNumber === applicationNumber ? [[one.result, one.corrects]] : [],
      ),
    inbox: async () =>
      (await ask(200, forger.who.token, "GET", `${forger.who.path}/messages`)).messages.map(
        ({ kind }: { kind: string }) => kind,
      ),
  };
};

/** What the credit archive was told of somebody. */
export const recordsOf = (
  { residentId }: Filed["who"],
  records: readonly { readonly residentId: string; readonly record: string }[],
): readonly string[] => records.flatMap((one) => (one.residentId === residentId ? [one.record] : []));
