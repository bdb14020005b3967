import { describe, expect, test } from "vitest";
import { checkCodeOf } from "#functions/letters/check-code.ts";
import { issueCertificate } from "#functions/letters/issue-certificate.ts";
import { listLetters } from "#functions/letters/list-letters.ts";
import { printLetter } from "#functions/letters/print-letter.ts";
import { statementOf } from "#functions/letters/statement.ts";
import type { Caller } from "#shared/contract/endpoint.ts";
import { printLetterEndpoint } from "#shared/contract/print-letter.ts";
import { date } from "#shared/domain/calendar.ts";
import type { LetterId } from "#shared/domain/letter.ts";
import { auditor, resident, window } from "../../support/calls.ts";
import { contents, letter, letterId } from "../../support/letters.ts";
import { memoryLetters } from "../../support/memory-letters.ts";
import { area, person, residentId } from "../../support/people.ts";
import { registerOfPeople } from "../../support/register-of-people.ts";
import { testCertificateKey } from "../../support/test-certificate-key.ts";

const county = "339901";
const key = testCertificateKey("one");

const aRegister = async () => {
  const register = registerOfPeople("2024-06-30");
  const id = await register.register(county);
  await register.policeReport(id, {
    birthDate: date("1990-05-17"),
    residence: [{ from: date("2020-01-15"), to: null, province: area("330000") }],
  });
  await register.permit(id, { type: "issue", eventId: "e1", effectiveOn: "2020-07-15", area: county });
  const letters = memoryLetters();
  const identities = { read: async () => person() };
  const stores = { ...register, identities, letters, key };
  const issue = async (asOf?: string, caller: Caller = resident(id)): Promise<LetterId> => {
    const body = { purpose: "子女入学", ...(asOf !== undefined && { asOf: date(asOf) }) };
    return (await issueCertificate(stores)({ params: { residentId: id }, query: {}, body, caller })).body.letterId;
  };
  const print = async (printed: LetterId, caller: Caller = resident(id), lang: "zh" | "en" = "zh") =>
    (
      await printLetter(stores)({
        params: { residentId: id, letterId: printed },
        query: { lang },
        body: {},
        caller,
      })
    ).page;
  const list = async (caller: Caller = resident(id)) =>
    (await listLetters(stores)({ params: { residentId: id }, query: {}, body: {}, caller })).body.letters;
  return { register, id, letters, issue, print, list };
};

describe("a certificate", () => {
  test("states total and lines of the day, the standards and the dossier's version, and no name or number", async () => {
    const { id, letters, issue } = await aRegister();

    const written = await letters.read(id, await issue());

    expect(written).toMatchObject({
      template: 1,
      issuedOn: "2024-06-30",
      content: {
        kind: "score-certificate",
        asOf: "2024-06-30",
        purpose: "子女入学",
        area: county,
        status: "effective",
        effectiveTotal: 38.25,
        total: 38.25,
        dossierVersion: 3,
      },
    });
    expect(written?.content).toMatchObject({
      lines: expect.arrayContaining([{ layer: "province", code: "residence", points: 13.25 }]),
      standards: [{ code: "zhejiang-common", digest: expect.stringMatching(/^[0-9a-f]{16}$/) }],
    });
    expect(JSON.stringify(written)).not.toContain(person().name);
    expect(JSON.stringify(written)).not.toContain(person().identityNumber);
  });

  test("bears a check code over what it states of its holder, and is printed with it", async () => {
    const { id, letters, issue, print } = await aRegister();
    const number = await issue();

    const written = await letters.read(id, number);
    const page = await print(number);

    if (written?.content.kind !== "score-certificate") throw new Error("no certificate was written");
    const statement = statementOf(written, written.content, { name: person().name, identityNumber: masked });
    expect(written.content.checkCode).toBe(await checkCodeOf(key, statement));
    expect(page).toContain(written.content.checkCode);
    expect(page).toContain(masked);
    expect(page).not.toContain(person().identityNumber);
  });

  test("stays as it is, whatever happens afterwards: reprinted years later it is the same", async () => {
    const { register, id, issue, print } = await aRegister();
    const number = await issue();
    const first = [await print(number), await print(number, resident(id), "en")];

    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-30" });
    register.setToday("2027-01-01");

    expect([await print(number), await print(number, resident(id), "en")]).toEqual(first);
  });

  test("of a void score says so: nothing counts", async () => {
    const { register, id, letters, issue, print } = await aRegister();
    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-30" });

    const number = await issue();

    expect((await letters.read(id, number))?.content).toMatchObject({ status: "void-suspended", effectiveTotal: 0 });
    expect(await print(number)).toContain("居住证使用功能中止或注销时,积分自动失效");
  });

  test("of a restored permit counts again once it was recomputed", async () => {
    const { register, id, letters, issue } = await aRegister();
    await register.permit(id, { type: "suspend", eventId: "e2", effectiveOn: "2024-06-20" });
    await register.permit(id, { type: "restore", eventId: "e3", effectiveOn: "2024-06-25" });

    const pending = await letters.read(id, await issue());
    await register.recompute(id);
    const counting = await letters.read(id, await issue());

    expect(pending?.content).toMatchObject({ status: "pending-recompute", effectiveTotal: 0 });
    expect(counting?.content).toMatchObject({ status: "effective", effectiveTotal: 38.25 });
  });

  test("may look back, never ahead", async () => {
    const { id, letters, issue } = await aRegister();

    const past = await letters.read(id, await issue("2023-12-31"));

    expect(past?.content).toMatchObject({ asOf: "2023-12-31" });
    await expect(issue("2024-07-01")).rejects.toMatchObject({ code: "happened-after-receipt" });
  });

  test("of a day without a standard in force says that there was none", async () => {
    const { id, letters, issue } = await aRegister();

    expect((await letters.read(id, await issue("2023-07-25")))?.content).toMatchObject({
      status: "policy-not-in-force",
      total: null,
      lines: [],
    });
  });
});

describe("letters", () => {
  test("are listed with the review that they belong to, the newest first", async () => {
    const { register, letters, issue, list } = await aRegister();
    await letters.put({ ...letter(contents.decision), issuedAt: "2024-01-01T00:00:00.000Z" });
    register.passMinutes(1);
    const number = await issue();

    expect(await list()).toEqual([
      { letterId: number, kind: "score-certificate", issuedOn: "2024-06-30" },
      { letterId: letterId(1), kind: "decision", issuedOn: "2026-02-28", reviewId: contents.decision.reviewId },
    ]);
  });

  test("are for the person and the window of their area, an auditor sees which; to others there is nobody", async () => {
    const { id, issue, print, list } = await aRegister();
    const number = await issue();

    for (const caller of [resident(id), window(county), window("339900"), auditor(county)]) {
      expect(await list(caller)).toHaveLength(1);
    }
    expect(printLetterEndpoint.roles).toEqual(["resident", "window"]);
    for (const caller of [resident(id), window(county), window("339900")]) {
      expect(await print(number, caller)).toContain(number);
    }
    for (const caller of [resident(residentId(9)), window("339902"), auditor("339902")]) {
      await expect(list(caller)).rejects.toMatchObject({ code: "resident-unknown" });
      await expect(print(number, caller)).rejects.toMatchObject({ code: "resident-unknown" });
      await expect(issue(undefined, caller)).rejects.toMatchObject({ code: "resident-unknown" });
    }
  });

  test("that are not there are refused", async () => {
    const { print } = await aRegister();

    await expect(print(letterId(7))).rejects.toMatchObject({ code: "letter-unknown" });
  });
});

const masked = `339***********${person().identityNumber.slice(-4)}`;
