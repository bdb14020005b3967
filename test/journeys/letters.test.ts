import { beforeAll, expect, test } from "vitest";
import { intakeOverHttp } from "../support/intake-over-http.ts";
import { reviewDesk } from "../support/review-desk.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let desk: Awaited<ReturnType<typeof reviewDesk>>;

beforeAll(async () => {
  await system.clock("2024-07-01");
  desk = await reviewDesk(system, await intakeOverHttp(system));
});

test("a review leaves a letter at each turn: received, material asked, decided; each is printed in both languages", async () => {
  const person = await desk.aPerson();
  const verifier = await desk.verifier("first");
  const { reviewId, materials } = (await person.submit()).body.review;
  await desk.office(verifier, person, reviewId, "assignment");
  const [{ code, materialId }] = materials;
  const items = [{ code, materialId, reason: "the <year> can't be read" }];
  await desk.office(verifier, person, reviewId, "material-request", { items });
  await person.step(reviewId, "materials", { materials: [{ code, materialId: await person.upload() }] });
  await desk.decide(verifier, person, reviewId, { outcome: "rejected", reason: "the employer did not pay" });

  const letters: readonly { letterId: string; kind: string; reviewId: string }[] = await person.letters();
  const [decision, asked, receipt] = letters;
  const print = async (letter: typeof decision, lang: string): Promise<string> =>
    (await system.api("GET", `${person.path}/letters/${letter?.letterId}?lang=${lang}`, { token: person.token })).body;

  expect(letters.map(({ kind }) => kind)).toEqual(["decision", "material-asked", "acceptance-receipt"]);
  expect(new Set(letters.map((letter) => letter.reviewId))).toEqual(new Set([reviewId]));
  expect(await print(receipt, "zh")).toMatch(/受理回执[\s\S]*何山雨[\s\S]*社保缴纳/);
  expect(await print(receipt, "en")).toContain("2024-07-08 (5 working days)");
  expect(await print(asked, "en")).toContain("the &#60;year&#62; can&#39;t be read");
  expect(await print(asked, "zh")).toContain("逾期未提交的,本次申请终止");
  const printed = await print(decision, "zh");
  for (const words of ["不予支持", "the employer did not pay", "三(二)", "再申请复核一次"])
    expect(printed).toContain(words);
  expect(await print(decision, "zh")).toBe(printed);
});
