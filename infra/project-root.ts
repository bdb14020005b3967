import { fileURLToPath } from "node:url";

/** Every path in this folder is relative to it. */
export const projectRoot = fileURLToPath(new URL("..", import.meta.url));
