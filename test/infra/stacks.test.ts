import type { Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { entries, functionNames } from "#infra/entries.ts";
import { functionsIn } from "#infra/functions-in.ts";
import { stackOf } from "#infra/stack-of.ts";
import { deployed, environmentNames, stacksOf } from "./deployed.ts";

interface TemplateJson {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: unknown }>>;
}

const functionStacks = [...new Set(Object.values(stackOf))];

test("every function lies in the stack of its duty, and in no other", () => {
  expect(functionStacks.flatMap(functionsIn).sort()).toEqual([...functionNames].sort());
  for (const stack of functionStacks)
    for (const name of functionsIn(stack)) {
      const [, duty = ""] = entries[name].split("/");
      expect(Object.entries(stackOf)).toContainEqual([duty, stack]);
    }
});

describe.each(environmentNames)("in %s", (environment) => {
  const { data, service, others, front } = stacksOf(environment);
  const templates = new Map(
    [data, service, ...others, front].map((stack) => [
      stack.node.id,
      Template.fromStack(stack).toJSON() as TemplateJson,
    ]),
  );
  const exportsOf = (id: string) =>
    Object.entries(templates.get(id)?.Outputs ?? {}).flatMap(([name, { Export }]) => (Export ? [name] : []));

  test("no stack comes near what CloudFormation takes: 500 resources, 200 outputs", () => {
    for (const [name, { Resources, Outputs = {} }] of templates) {
      expect(Object.keys(Resources).length, name).toBeGreaterThan(0);
      expect(Object.keys(Resources).length, name).toBeLessThanOrEqual(400);
      expect(Object.keys(Outputs).length, name).toBeLessThanOrEqual(150);
    }
  });

  test("all that is a function's own lies in its stack: the route, the feed, the hour, the alarm", () => {
    const own =
      /^AWS::(Lambda::(EventSourceMapping|EventInvokeConfig|Permission)|ApiGatewayV2::Integration|CloudWatch::Alarm|Scheduler::Schedule)$/;
    for (const stack of functionStacks) {
      const resources = Object.values(templates.get(stack)?.Resources ?? {});
      const theirs = resources.filter(({ Type }) => own.test(Type)).map(({ Properties }) => JSON.stringify(Properties));

      expect(resources.filter(({ Type }) => Type === "AWS::Lambda::Function")).toHaveLength(functionsIn(stack).length);
      expect(theirs.filter((text) => /"Fn::ImportValue":"[^"]*Function[0-9A-F]{8}/.test(text))).toEqual([]);
    }
  });

  test("no stack holds on to a function of another, but the page over everything to the one that follows changes", () => {
    expect(others.flatMap(({ node }) => exportsOf(node.id))).toEqual([]);
    expect(exportsOf("Service").map((name) => name.replace(/^ExportsOutputRef|[0-9A-F]{16}$/g, ""))).toEqual([
      "AlarmsTopic",
      "GatewayApi",
      "GatewayApiTokens",
      "followchangesFunction",
    ]);
  });

  test("the door is opened last, when all that it names is there", () => {
    expect(restsOn(front)).toEqual(expect.arrayContaining([service, ...others].map(({ node }) => node.id)));
    expect(Object.values(templates.get("Front")?.Resources ?? {}).map(({ Type }) => Type)).toContain(
      "AWS::ApiGatewayV2::Stage",
    );
  });

  test("the page shows every alarm, and no more in one place than a widget takes", () => {
    const whole = deployed(environment);
    const named = whole.all<{ readonly AlarmName: string }>("AWS::CloudWatch::Alarm");
    const [dashboard] = whole.all<{ readonly DashboardBody: unknown }>("AWS::CloudWatch::Dashboard");
    const { widgets }: Body = JSON.parse(whole.target(dashboard?.properties.DashboardBody));
    const shown = widgets.flatMap(({ type, properties }) => (type === "alarm" ? [properties.alarms] : []));

    for (const alarms of shown) expect(alarms.length).toBeLessThanOrEqual(100);
    expect(shown.flat().map((arn) => arn.split(":alarm:")[1])).toEqual(
      expect.arrayContaining(named.map(({ properties }) => properties.AlarmName)),
    );
    expect(shown.flat()).toHaveLength(named.length);
  });

  test("a schedule is made after its group, which it only knows by name", () => {
    const whole = deployed(environment);
    const [group] = whole.all<{ readonly Name: string }>("AWS::Scheduler::ScheduleGroup");
    const schedules = whole.all<{ readonly GroupName: string }>("AWS::Scheduler::Schedule");

    for (const { name, properties, dependsOn } of schedules) {
      expect(properties.GroupName).toBe(group?.properties.Name);
      expect(name in (templates.get("Service")?.Resources ?? {}) ? dependsOn : [group?.name]).toContain(group?.name);
    }
    for (const stack of others) expect(restsOn(stack)).toContain("Service");
  });
});

interface Body {
  readonly widgets: readonly { readonly type: string; readonly properties: { readonly alarms: readonly string[] } }[];
}

const restsOn = ({ dependencies }: Stack): readonly string[] => dependencies.map(({ node }) => node.id);
