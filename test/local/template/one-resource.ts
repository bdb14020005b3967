import * as z from "zod";
import type { ResourcesOf } from "#local/template/resources-of.ts";

/** A template of one resource, its intrinsics resolved; what a schema doesn't know is said as readWiring says it. */
export const oneResource =
  (id: string, properties: object): ResourcesOf =>
  (_, schema) => {
    const { success, data, error } = schema.safeParse(properties);
    if (!success) throw new Error(z.prettifyError(error));
    return [{ id, properties: data }];
  };
