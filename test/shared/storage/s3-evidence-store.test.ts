import { describe, expect, test } from "vitest";
import { s3EvidenceStore } from "#shared/storage/s3-evidence-store.ts";
import { embedded } from "#test/local/objects/embedded-objects.ts";
import { aMaterial } from "#test/support/a-material.ts";
import { fileOfType } from "#test/support/files.ts";
import { evidenceStoreCases, type OpenStore } from "./evidence-store.cases.ts";

describe("over the embedded object store", () => {
  const connect = embedded();
  // one bucket for all: what an earlier case has left goes first
  const open = async (): Promise<OpenStore> => {
    const { s3, bucket } = connect();
    const store = s3EvidenceStore(s3, bucket);
    await Promise.all([store.discardUpload(aMaterial()), store.discardKept(aMaterial())]);
    return {
      store,
      send: async ({ url, fields }, content) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) form.append(name, value);
        form.append("file", new Blob([new Uint8Array(content)]), "paper.pdf");
        return (await fetch(url, { method: "POST", body: form })).ok;
      },
      fetch: async (url) => {
        const answer = await fetch(url);
        return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
      },
    };
  };

  evidenceStoreCases(open);

  test("an address shows a file to be saved under its id, as what it was found to be", async () => {
    const { store } = await open();
    await store.keep(aMaterial(), fileOfType("application/pdf").content);

    const { url } = await store.link(aMaterial());
    const { headers } = await fetch(url);

    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${aMaterial().materialId}.pdf"`);
  });

  test("an address that was changed shows nothing", async () => {
    const { store } = await open();
    await store.keep(aMaterial(), fileOfType("application/pdf").content);
    const { url } = await store.link(aMaterial());

    for (const changed of [url.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"), url.split("?")[0] ?? ""])
      expect((await fetch(changed)).status).toBe(403);
  });
});
