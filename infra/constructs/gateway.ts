import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { Construct } from "constructs";
import type { Environment } from "../environments.ts";

interface GatewayProps {
  readonly environment: Environment;
  readonly issuer: string;
  readonly audience: string;
}

/** The HTTPS door: who calls is checked here, before any function runs. It is opened by its stage, when all routes are there. */
export class Gateway extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { environment, issuer, audience }: GatewayProps) {
    super(scope, id);
    this.api = new HttpApi(this, "Api", {
      apiName: `new-resident-points-${environment.name}`,
      defaultAuthorizer: new HttpJwtAuthorizer("Tokens", issuer, { jwtAudience: [audience] }),
      createDefaultStage: false,
    });
  }
}
