import type { IdentityKeys } from "./identity-keys.ts";

/** What a home or other asset is told apart by. Nobody reads its number again; however it is typed, it is the same one. */
export const assetHash = (keys: Pick<IdentityKeys, "lookup">, asset: string): Promise<string> =>
  keys.lookup(`asset ${asset.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase()}`);
