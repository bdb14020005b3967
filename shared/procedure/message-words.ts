import * as z from "zod";
import words from "#policies/messages.json" with { type: "json" };
import type { Language } from "#shared/domain/contact-point.ts";
import { type Message, MessageKind } from "#shared/domain/message.ts";
import { Words } from "#shared/domain/words.ts";

const wordsOf = z.record(MessageKind, Words).parse(words);

/**
 * A message in one language.
 * @throws Error when its words ask for something that is not given
 */
export const messageText = ({ kind, parameters }: Message, language: Language, given: Given = {}): string =>
  wordsOf[kind][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = new Map(Object.entries({ ...parameters, ...given })).get(name);
    if (value === undefined) throw new Error(`the words of ${kind} ask for ${name}`);
    return value;
  });

/** What is not stored with a message. */
interface Given {
  readonly code?: string;
}
