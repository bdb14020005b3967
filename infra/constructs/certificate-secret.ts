import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";

interface CertificateSecretProps {
  readonly keepsData: boolean;
}

/** From which the check codes of certificates are made. Apart from the identity keys: the public call reads it. */
export class CertificateSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { keepsData }: CertificateSecretProps) {
    super(scope, id);
    this.secret = new Secret(this, "Secret", {
      description: "From which the check codes of certificates are made",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "With another secret no certificate that people hold on paper could be checked any more.",
    });
  }
}
