import * as z from "zod";

/** A property that is understood, and makes no difference on one machine. */
export const ignored = z.unknown().optional();
