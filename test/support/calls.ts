import type { Caller } from "#shared/contract/endpoint.ts";

const nobody: Caller = {
  issuer: "https://issuer.example",
  subject: "somebody",
  roles: [],
  areas: [],
  department: undefined,
  residentId: undefined,
};

/** Callers as a verified token names them. */
export const resident = (residentId: string): Caller => ({ ...nobody, roles: ["resident"], residentId });
export const window = (...areas: readonly string[]): Caller => ({ ...nobody, roles: ["window"], areas });
export const auditor = (...areas: readonly string[]): Caller => ({ ...nobody, roles: ["auditor"], areas });
export const sender: Caller = { ...nobody, roles: ["sender"] };
export const operator: Caller = { ...nobody, roles: ["operator"] };
export const verifier = (department: string, ...areas: readonly string[]): Caller => ({
  ...nobody,
  roles: ["verifier"],
  areas,
  department,
});
export const feed = (department: string, ...areas: readonly string[]): Caller => ({
  ...nobody,
  roles: ["feed"],
  areas,
  department,
});
