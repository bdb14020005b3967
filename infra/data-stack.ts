import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { IdentityKeys } from "./constructs/identity-keys.ts";
import { Tables } from "./constructs/tables.ts";
import type { Environment } from "./environments.ts";

interface DataStackProps extends StackProps {
  readonly environment: Environment;
}

/** What must outlive every deployment. */
export class DataStack extends Stack {
  readonly tables: Tables;
  readonly identityKeys: IdentityKeys;

  constructor(scope: Construct, id: string, { environment, ...props }: DataStackProps) {
    super(scope, id, { terminationProtection: environment.keepsData, ...props });
    const { keepsData } = environment;
    this.identityKeys = new IdentityKeys(this, "IdentityKeys", { keepsData });
    this.tables = new Tables(this, "Tables", { keepsData, identityKey: this.identityKeys.atRest });
  }
}
