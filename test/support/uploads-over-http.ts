import type { HeldFile } from "./files.ts";
import { sendForm } from "./review-desk.ts";
import type { TestSystem } from "./test-system.ts";

/** Hands materials in over HTTP, as a browser does: ask for a form, then send it to the store. */
export const uploadsOverHttp = (system: TestSystem) => {
  const ask = (residentId: string, token: string, file: HeldFile, contentType: string) =>
    system.api("POST", `/v1/residents/${residentId}/materials`, {
      token,
      body: { contentType, bytes: file.bytes, sha256: file.sha256 },
    });

  const send = async (form: Parameters<typeof sendForm>[0], content: Uint8Array) => {
    const answer = await sendForm(form, content);
    return { status: answer.status, code: /<Code>(\w+)</.exec(await answer.text())?.[1] };
  };

  return {
    undertake: (residentId: string, token: string) =>
      system.api("POST", `/v1/residents/${residentId}/undertakings`, {
        token,
        body: { version: "2023-07-26", by: "self" },
      }),
    ask,
    send,
    /** Asks, sends, and waits until it is checked; answers the materialId. */
    upload: async (residentId: string, token: string, file: HeldFile, contentType = "application/pdf") => {
      const { body: form } = await ask(residentId, token, file, contentType);
      await send(form, file.content);
      await system.quiet();
      return form.materialId as string;
    },
  };
};
