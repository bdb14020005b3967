import * as z from "zod";
import { type FactName, factSchemas } from "./facts.ts";

/** 数据来源: the departments that report facts (the document, 三(二)注). */
export const Department = z
  .enum(["public-security", "education", "hrss"])
  .meta({ id: "Department", description: "公安 public-security, 教育 education, 人社 hrss" });
export type Department = z.infer<typeof Department>;

/** What each department knows: the whole of it in one record, `null` where it knows nothing. */
export const departmentFacts = {
  "public-security": z.strictObject({ birthDate: factSchemas.birthDate, residence: factSchemas.residence }).readonly(),
  education: z.strictObject({ education: factSchemas.education }).readonly(),
  hrss: z.strictObject({ skills: factSchemas.skills, pension: factSchemas.pension }).readonly(),
} as const satisfies Record<Department, z.ZodType>;

export type DepartmentFacts<Of extends Department = Department> = z.infer<(typeof departmentFacts)[Of]>;

export const supplierOf = {
  birthDate: "public-security",
  residence: "public-security",
  education: "education",
  skills: "hrss",
  pension: "hrss",
} as const satisfies Record<FactName, Department>;
