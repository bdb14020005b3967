import { roles } from "#shared/contract/roles.ts";
import type { LoadedResident } from "./demo/load-named.ts";
import type { LoadedProgramme } from "./demo/load-programmes.ts";
import { city } from "./demo/newcomer.ts";
import type { System } from "./system.ts";

/** All that somebody who has just started the system needs, as text. */
export const announcement = async (
  system: System,
  residents: readonly LoadedResident[],
  programmes: readonly LoadedProgramme[],
): Promise<string> => {
  const { url, data, clock, issuer, wiring } = system;
  const days = clock.movedByDays();
  return `
The points service for new residents is listening on ${url}
  document  ${url}/local/api
  status    ${url}/local/status
  data      ${data.database ?? "in memory, gone when it stops"}
  today     ${clock.today()}${days === 0 ? "" : `, moved by ${days} days`} (POST /local/clock: {"days":30} jumps, {"walk":30} goes night by night)
  calls     ${wiring.api.routes.length - 1}, with tokens as if of ${issuer.issuer}

Invented residents it has loaded${residents.length === 0 ? ": none" : ":"}
${residents.map(({ residentId, name, shows }) => `  ${residentId}  ${name}  ${shows}`).join("\n")}

Invented programmes to apply for${programmes.length === 0 ? ": none" : ":"}
${programmes.map(({ programmeId, name }) => `  ${programmeId}  ${name}`).join("\n")}

To try it, paste any of these:
${(await commands(system, residents)).map(([says, command]) => `\n# ${says}\n${command}`).join("\n")}
`;
};

const commands = async ({ url, clock, issuer }: System, [resident]: readonly LoadedResident[]) => {
  const token = await issuer.token({ role: "window", areas: [city], sub: "window-1", expiresIn: 86_400 });
  const authorization = `-H 'Authorization: Bearer ${token}'`;
  const estimate = { asOf: clock.today(), input: { birthDate: "1990-05-17" } };
  return [
    ...(resident
      ? [
          [
            `the score of ${resident.name}, line by line, as a service window sees it (the token lives a day)`,
            `curl -s ${url}/v1/residents/${resident.residentId}/score ${authorization}`,
          ],
        ]
      : []),
    [
      "what somebody would score; nothing is stored",
      `curl -s ${url}/v1/estimates ${authorization} -H 'Content-Type: application/json' -d '${JSON.stringify(estimate)}'`,
    ],
    [
      `a token of any role: ${roles.join(", ")}`,
      `curl -s ${url}/local/tokens -d '{"role":"feed","department":"hrss","areas":["${city}"]}'`,
    ],
  ];
};
