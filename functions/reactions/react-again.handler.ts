import { allReactions } from "./all-reactions.ts";
import { reactAgain } from "./react-again.ts";

export const handler = reactAgain(allReactions());
