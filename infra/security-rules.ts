import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";

/** Synthesis fails where a resource breaks one of AWS's rules and no reason is given beside it. */
export const holdToSecurityRules = (app: App): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
};
