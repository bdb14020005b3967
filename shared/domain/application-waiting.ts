import type { ApplicationState } from "./application.ts";

/** Who has to act for an application to go on. `settlement`: the ranking, or the listing until it ends. */
export const waitingForApplication = (state: ApplicationState): "department" | "resident" | "settlement" | "nobody" => {
  switch (state) {
    case "submitted":
      return "department";
    case "material-asked":
      return "resident";
    case "accepted":
    case "left-out":
    case "frozen":
      return "settlement";
    case "not-eligible":
    case "withdrawn":
    case "granted":
    case "not-granted":
    case "revoked":
      return "nobody";
  }
};
