import { environment } from "#shared/runtime/environment.ts";
import { finishCorrections } from "./finish-corrections.ts";
import { objectionStores } from "./objection-stores.ts";

export const handler = finishCorrections(objectionStores({ messages: environment("MESSAGES_TABLE") }));
