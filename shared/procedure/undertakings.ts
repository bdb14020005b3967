import * as z from "zod";
import undertaking20230726 from "#policies/undertakings/2023-07-26.json" with { type: "json" };
import { Refusal } from "#shared/domain/refusal.ts";
import { type Undertaking, UndertakingVersion } from "#shared/domain/undertaking.ts";
import { Words } from "#shared/domain/words.ts";

const UndertakingText = z
  .strictObject({
    version: UndertakingVersion,
    name: Words,
    source: z.string(),
    clause: z.string(),
    text: Words,
  })
  .readonly();
export type UndertakingText = z.infer<typeof UndertakingText>;

/** Every text that was ever used, the latest last; a text is never edited, since people have accepted it. */
export const undertakingTexts: readonly UndertakingText[] = [undertaking20230726].map((file) =>
  UndertakingText.parse(file),
);

/** The text that whoever files has to accept. */
export const currentUndertaking = (): UndertakingText => {
  const current = undertakingTexts.at(-1);
  if (!current) throw new Error("there is no undertaking");
  return current;
};

/** @throws Refusal undertaking-missing when the current text has not been accepted for the person */
export const requireUndertaking = async (
  read: (version: UndertakingVersion) => Promise<Undertaking | undefined>,
): Promise<Undertaking> => {
  const { version } = currentUndertaking();
  const given = await read(version);
  if (!given) throw new Refusal("undertaking-missing", { version });
  return given;
};
