import { setTimeout } from "node:timers/promises";
import { fileOfType, type HeldFile } from "./files.ts";
import { county, type intakeOverHttp } from "./intake-over-http.ts";
import type { TestSystem } from "./test-system.ts";

type Intake = Awaited<ReturnType<typeof intakeOverHttp>>;

/** What a line's review needs, over HTTP: whoever files, uploads and decides. */
export const reviewDesk = async (system: TestSystem, intake: Intake) => {
  const verifier = (sub: string, department = "hrss") =>
    system.token("verifier", { sub, department, areas: ["339900"] });
  const window = await system.token("window", { sub: "window-1", areas: [county] });
  const undertaking = "2023-07-26";

  /** A person who has given the undertaking, with what they may do. */
  const aPerson = async (residentId?: string) => {
    const id = residentId ?? (await intake.permitHolder());
    const token = await system.token("resident", { sub: `sub-${id}`, residentId: id });
    const path = `/v1/residents/${id}`;
    await system.api("POST", `${path}/undertakings`, { token, body: { version: undertaking, by: "self" } });
    return personOf(id, token);
  };

  const personOf = (residentId: string, token: string) => {
    const path = `/v1/residents/${residentId}`;
    const read = async (what: string) => (await system.api("GET", `${path}/${what}`, { token })).body;
    return {
      residentId,
      token,
      path,
      score: () => read("score"),
      history: async () => (await read("score/history")).entries,
      inbox: async () => (await read("messages")).messages,
      letters: async () => (await read("letters")).letters,
      review: async (reviewId: string) => (await read(`reviews/${reviewId}`)).review,
      steps: async (reviewId: string) => (await read(`reviews/${reviewId}`)).steps,
      /** Uploads a file, and waits until it was looked at. */
      upload: (file: HeldFile = fileOfType("application/pdf")) => upload(path, token, file),
      /** Files what is given, with a statement of payments unless told otherwise. */
      submit: async (differing: object = {}) => {
        const materials = [{ code: "payment-statement", materialId: await upload(path, token) }];
        return system.api("POST", `${path}/reviews`, { token, body: { ...missingMonths, materials, ...differing } });
      },
      /** Takes a step of the person's own. */
      step: (reviewId: string, what: string, body: object) =>
        system.api("POST", `${path}/reviews/${reviewId}/${what}`, { token, body }),
    };
  };

  const upload = async (path: string, token: string, file = fileOfType("application/pdf")): Promise<string> => {
    const { content, ...declared } = file;
    const form = await system.api("POST", `${path}/materials`, {
      token,
      body: { contentType: "application/pdf", ...declared },
    });
    const sent = await sendForm(form.body, content);
    if (!sent.ok) throw new Error(`the store answered ${sent.status}: ${await sent.text()}`);
    const { materialId } = form.body;
    for (;;) {
      const { materials } = (await system.api("GET", `${path}/materials`, { token })).body;
      const state = materials.find((one: { materialId: string }) => one.materialId === materialId)?.state;
      if (state === "accepted") return materialId;
      if (state === "refused") throw new Error("the material was refused");
      await setTimeout(20);
    }
  };

  /** An office takes a step. */
  const office = (token: string, { path }: { readonly path: string }, reviewId: string, what: string, body?: object) =>
    system.api("POST", `${path}/reviews/${reviewId}/${what}`, { token, body: body ?? {} });

  return {
    verifier,
    window,
    undertaking,
    aPerson,
    personOf,
    upload,
    office,
    /** A verifier takes the review in hand and decides. */
    decide: async (token: string, person: { readonly path: string }, reviewId: string, decision: object) => {
      await office(token, person, reviewId, "assignment");
      return office(token, person, reviewId, "decision", { clause: "三(二)", ...decision });
    },
  };
};

/** Six months of 2019 are missing. */
export const missingMonths = {
  kind: "review",
  line: { layer: "province", code: "social-insurance" },
  statement: "2019-03 to 2019-08 were paid and are missing",
  proposal: { fact: "pension", months: ["2019-03", "2019-04", "2019-05", "2019-06", "2019-07", "2019-08"] },
} as const;

/** Sends a file by the form that was answered for it. */
export const sendForm = (
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  content: Uint8Array,
): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", new Blob([new Uint8Array(content)]), "a paper.pdf");
  return fetch(url, { method: "POST", body: form });
};
