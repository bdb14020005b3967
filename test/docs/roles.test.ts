import { expect, test } from "vitest";
import type { Endpoint } from "#shared/contract/endpoint.ts";
import { endpoints } from "#shared/contract/endpoints.ts";
import { Role } from "#shared/contract/roles.ts";
import { codeWords, tableRows, textOf } from "./prose.ts";

const page = textOf("docs/roles.md");
const heads =
  page
    .split("\n")
    .find((line) => line.startsWith("| may |"))
    ?.split("|")
    .map((cell) => cell.trim())
    .slice(2, -1) ?? [];

/** Each call of the table with the roles that have more than a dash. */
const told = tableRows(page).flatMap(([calls = "", ...cells]) =>
  codeWords(calls).map((id) => ({ id, roles: heads.filter((_, at) => cells[at] !== "–") })),
);

const rolesOf = ({ roles }: Endpoint) => Role.options.filter((role) => roles.includes(role));
const calledByRole = endpoints.filter(({ roles }) => roles.length > 0);

test("the table has a column for every role", () => {
  expect([...heads].sort()).toEqual([...Role.options].sort());
});

test("it says of every call who may make it, once", () => {
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

  expect([...told].sort(byId).map(({ id, roles }) => [id, [...roles].sort()])).toEqual(
    [...calledByRole].sort(byId).map((endpoint) => [endpoint.id, [...rolesOf(endpoint)].sort()]),
  );
});

test("it names the calls that anybody may make without a token", () => {
  const [, open = ""] = page.split("Without a token, anybody:");

  expect(codeWords(open)).toEqual(endpoints.filter(({ roles }) => roles.length === 0).map(({ id }) => id));
});
