import { describe, expect, test } from "vitest";
import { holdToSecurityRules } from "#infra/security-rules.ts";
import { deployed, environmentNames, stacksOf } from "./deployed.ts";

describe.each(environmentNames)("the templates of %s", (environment) => {
  const { text } = deployed(environment);

  test("name no partition, so that they fit every one", () => {
    expect(text).not.toMatch(/arn:aws/);
    expect(text).toContain('"Ref":"AWS::Partition"');
  });

  test("name no account", () => {
    expect(text).not.toMatch(/\b\d{12}\b/);
  });

  test("hold nothing of the one-machine system", () => {
    expect(text).not.toMatch(/CALENDAR_DAY_OFFSET|IDENTITY_KEY_FILE|ENDPOINT_URL|\/local\b|localhost|127\.0\.0\.1/);
  });

  test("break no security rule without a reason", () => {
    const { app } = stacksOf(environment);
    holdToSecurityRules(app);

    expect(() => app.synth()).not.toThrow();
  });
});
