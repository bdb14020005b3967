import { beforeAll, expect, test } from "vitest";
import { county, intakeOverHttp } from "../support/intake-over-http.ts";
import { certificateOn, printedCheckCode } from "../support/printed-certificate.ts";
import { testSystem } from "../support/test-system.ts";

const system = testSystem({ shared: true });
let intake: Awaited<ReturnType<typeof intakeOverHttp>>;
let residentId: string;
let own: string;

beforeAll(async () => {
  await system.clock("2024-06-30");
  intake = await intakeOverHttp(system);
  residentId = await intake.permitHolder();
  own = await system.token("resident", { residentId });
});

const certify = async (body: object = { purpose: "子女入学" }, token = own): Promise<string> => {
  const answer = await system.api("POST", `/v1/residents/${residentId}/certificates`, { token, body });
  expect(answer.status).toBe(201);
  return answer.body.letterId;
};

const print = async (letterId: string, lang = "zh", token = own) =>
  system.api("GET", `/v1/residents/${residentId}/letters/${letterId}?lang=${lang}`, { token });

const check = async (certificate: unknown, checkCode: string): Promise<boolean> =>
  (await system.api("POST", "/v1/certificate-checks", { body: { certificate, checkCode } })).body.genuine;

test("a certificate is issued, printed, and verified by someone who holds nothing but the page", async () => {
  const { body: page, headers } = await print(await certify());

  const certificate = certificateOn(page);

  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
    "cache-control": "no-store",
  });
  expect(certificate).toMatchObject({ name: "何山雨", asOf: "2024-06-30", purpose: "子女入学", effectiveTotal: 69 });
  expect(certificate.lines).toContainEqual({ layer: "province", code: "social-insurance", points: 20 });
  expect(await check(certificate, printedCheckCode(page))).toBe(true);
});

test("with a digit, a day or a line changed it does not verify", async () => {
  const { body: page } = await print(await certify());
  const certificate = certificateOn(page);
  const code = printedCheckCode(page);
  const [first, ...others] = certificate.lines;

  const forgeries = {
    total: { ...certificate, effectiveTotal: 96, total: 96 },
    day: { ...certificate, asOf: "2024-06-29" },
    issued: { ...certificate, issuedOn: "2024-07-30" },
    name: { ...certificate, name: "何山雪" },
    purpose: { ...certificate, purpose: "申请住房" },
    number: { ...certificate, number: `l-${"0".repeat(26)}` },
    version: { ...certificate, dossierVersion: certificate.dossierVersion + 1 },
    "a line's points": { ...certificate, lines: [{ ...first, points: 21 }, ...others] },
    "a line less": { ...certificate, lines: others },
  };

  for (const [what, forged] of Object.entries(forgeries)) expect(await check(forged, code), what).toBe(false);
  expect(await check(certificate, code)).toBe(true);
});

test("the check asks for no token, minds none, and says nothing but yes or no", async () => {
  const { body: page } = await print(await certify());
  const body = { certificate: certificateOn(page), checkCode: printedCheckCode(page) };

  const answers = [
    await system.api("POST", "/v1/certificate-checks", { body }),
    await system.api("POST", "/v1/certificate-checks", { body, token: "no token at all" }),
    await system.api("POST", "/v1/certificate-checks", { body, token: await system.token("operator") }),
  ];

  for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, { genuine: true }]);
});

test("a letter is reprinted byte for byte, in both languages, after its facts have changed", async () => {
  const number = await certify({ purpose: "<b>租房</b> & 入学", asOf: "2024-05-31" });
  const before = [(await print(number)).body, (await print(number, "en")).body];

  await intake.permit(residentId, { type: "suspend", eventId: "suspend", effectiveOn: "2024-06-30", sequence: 1 });
  await system.clock("2025-01-15");
  const after = [(await print(number)).body, (await print(number, "en")).body];
  const now = certificateOn((await print(await certify())).body);
  await system.clock("2024-06-30");

  expect(after).toEqual(before);
  expect(before[0]).toContain("&#60;b&#62;租房&#60;/b&#62; &#38; 入学");
  expect(await check(certificateOn(before[1]), printedCheckCode(before[1]))).toBe(true);
  expect(now).toMatchObject({ status: "void-suspended", effectiveTotal: 0 });
});

test("the same request under its idempotency key is one certificate", async () => {
  const send = () =>
    system.api("POST", `/v1/residents/${residentId}/certificates`, {
      token: own,
      body: { purpose: "once" },
      headers: { "idempotency-key": "once" },
    });

  const [first, again] = [await send(), await send()];

  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
});

test("the window of the area sees the letters, an auditor which there are, others see nobody, and no day ahead is certified", async () => {
  const number = await certify({ purpose: "at the window" }, await system.token("window", { areas: [county] }));
  const auditor = await system.token("auditor", { areas: ["339900"] });
  const foreign = await system.token("window", { areas: ["339902"] });
  const list = (token: string) => system.api("GET", `/v1/residents/${residentId}/letters`, { token });

  const { letters } = (await list(auditor)).body;
  const ahead = await system.api("POST", `/v1/residents/${residentId}/certificates`, {
    token: own,
    body: { purpose: "tomorrow", asOf: "2024-07-01" },
  });

  expect(letters[0]).toEqual({ letterId: number, kind: "score-certificate", issuedOn: "2024-06-30" });
  expect((await print(number, "en", await system.token("window", { areas: [county] }))).status).toBe(200);
  expect((await print(number, "en", auditor)).body).toMatchObject({ type: "/problems/role-not-allowed" });
  expect([(await list(foreign)).status, (await print(number, "zh", foreign)).status]).toEqual([404, 404]);
  expect([ahead.status, ahead.body.type]).toEqual([422, "/problems/happened-after-receipt"]);
});
