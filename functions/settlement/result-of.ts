import type { Application } from "#shared/domain/application.ts";
import type { HandedResult } from "#shared/domain/settlement.ts";

/** What the department is told of an application, and nothing besides; nothing while there is no result. */
export const resultOf = ({
  applicationNumber,
  version,
  state,
  since,
  granted,
}: Application): readonly Omit<HandedResult, "corrects">[] => {
  const told = { applicationNumber, version, on: since };
  switch (state) {
    case "granted":
      return granted
        ? [
            {
              ...told,
              result: "granted",
              offer: granted.offer,
              ...(granted.tier !== undefined && { tier: granted.tier }),
            },
          ]
        : [];
    case "not-granted":
      return [{ ...told, result: "not-granted" }];
    case "withdrawn":
    case "revoked":
      return granted ? [{ ...told, result: "cancelled" }] : [];
    case "submitted":
    case "material-asked":
    case "accepted":
    case "not-eligible":
    case "left-out":
    case "frozen":
      return [];
  }
};
