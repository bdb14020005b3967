import type { Undertaking } from "#shared/domain/undertaking.ts";

/** Who gave it is known by their part; the subject of a token is the issuer's business. */
export const undertakingAnswer = ({ version, by, acceptedAt }: Undertaking) => ({ version, by, acceptedAt });
