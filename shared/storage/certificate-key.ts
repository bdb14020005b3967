/** The key of check codes: on AWS in a secret of its own, on one machine from the file of the identity keys. */
export interface CertificateKey {
  /** A keyed hash, as base64url; nobody without the key can make it. */
  hash(text: string): Promise<string>;
}
