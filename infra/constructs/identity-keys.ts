import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

interface IdentityKeysProps {
  readonly keepsData: boolean;
}

/**
 * The keys that guard who a resident is. Two of them: whoever may look a person up in the table (`atRest`)
 * still can't open the number and the name (`sealing`).
 */
export class IdentityKeys extends Construct {
  readonly atRest: Key;
  readonly sealing: Key;
  /** From which the keyed hash of an identity number is made. */
  readonly lookupSecret: Secret;

  constructor(scope: Construct, id: string, { keepsData }: IdentityKeysProps) {
    super(scope, id);
    const removalPolicy = keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const keyFor = (purpose: string, description: string) =>
      new Key(this, purpose, { description, enableKeyRotation: true, pendingWindow: Duration.days(30), removalPolicy });

    this.atRest = keyFor("AtRest", "The table of identities and the lookup secret, at rest");
    this.sealing = keyFor("Sealing", "Identity numbers and names, sealed before they are stored");
    this.lookupSecret = new Secret(this, "LookupSecret", {
      description: "From which the keyed hash of an identity number is made",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      encryptionKey: this.atRest,
      removalPolicy,
    });
    Validations.of(this.lookupSecret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "A rotated secret would give every person another hash, so nobody who is registered could be found.",
    });
  }
}
