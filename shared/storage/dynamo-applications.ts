import { type DynamoDBClient, type TransactWriteItem, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { Application, ApplicationNumber, RecordedApplicationStep } from "#shared/domain/application.ts";
import { applicationStepToItem, applicationToItem, usedKey, usedToItem } from "./application-items.ts";
import type { Applications, WithApplication } from "./applications.ts";
import { text } from "./attributes.ts";
import { applicationReads } from "./dynamo-application-reads.ts";
import { cancellations } from "./failed-condition.ts";
import { followsOn } from "./follows-on.ts";
import { messagePut } from "./message-put.ts";

/** `messages`: for whoever takes steps of which somebody is told. */
export interface ApplicationTables {
  readonly applications: string;
  readonly messages?: string;
}

type Recording = Parameters<Applications["recordMany"]>[0][number];

export const dynamoApplications = (client: DynamoDBClient, tables: ApplicationTables): Applications => {
  const TableName = tables.applications;

  const writesOf = ({ application, recorded, messages = [] }: Recording): TransactWriteItem[] => [
    {
      Put: {
        TableName,
        Item: applicationToItem(application),
        ...followsOn(application.version - 1, "application"),
      },
    },
    { Put: { TableName, Item: applicationStepToItem(recorded), ConditionExpression: isNew } },
    ...messages.map((message) => messagePut(tables.messages, message)),
  ];

  const record = async (
    application: Application,
    recorded: RecordedApplicationStep,
    { takes = [], frees = [], messages = [] }: WithApplication,
  ) => {
    const { applicationNumber } = application;
    const TransactItems = [
      ...takes.map((used) => taking(TableName, used, applicationNumber)),
      ...frees.map((used) => ({ Delete: { TableName, Key: usedKey(used), ...heldBy(applicationNumber) } })),
      ...writesOf({ application, recorded, messages }),
    ];
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return "recorded";
    } catch (cause) {
      const cancelled = cancellations(cause);
      if (!cancelled) throw new Error("application not changed", { cause });
      const onlyTaken = cancelled.every((reason, at) => (at < takes.length ? reason !== "busy" : reason === "none"));
      const used = takes.find((_, at) => cancelled[at] === "condition");
      if (!onlyTaken || !used) return "overtaken";
      const { from: _, ...one } = used;
      return { used: one };
    }
  };

  /** As many together as one transaction carries; where one of them is overtaken, each by itself. */
  const recordTogether = async (group: readonly Recording[]): Promise<readonly ApplicationNumber[]> => {
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems: group.flatMap(writesOf) }));
      return [];
    } catch (cause) {
      if (!cancellations(cause)) throw new Error("applications not changed", { cause });
    }
    const overtaken: ApplicationNumber[] = [];
    for (const { application, recorded, messages = [] } of group) {
      if ((await record(application, recorded, { messages })) !== "recorded") {
        overtaken.push(application.applicationNumber);
      }
    }
    return overtaken;
  };

  return {
    ...applicationReads(client, TableName),
    record,
    recordMany: async (steps) => (await Promise.all(groupsOf(steps).map(recordTogether))).flat(),
  };
};

/** Held by nobody, by this application, or by the one that it is taken from. */
const taking = (
  TableName: string,
  { from, ...used }: NonNullable<WithApplication["takes"]>[number],
  holder: ApplicationNumber,
): TransactWriteItem => ({
  Put: {
    TableName,
    Item: usedToItem(used, holder),
    ConditionExpression: `${isNew} OR holder = :from`,
    ExpressionAttributeValues: { ":from": text(from ?? holder) },
  },
});

const heldBy = (holder: ApplicationNumber) => ({
  ConditionExpression: "holder = :holder",
  ExpressionAttributeValues: { ":holder": text(holder) },
});

const isNew = "attribute_not_exists(application)";

/** DynamoDB's limit for one transaction. */
const mostWrites = 100;

const groupsOf = (steps: readonly Recording[]): readonly (readonly Recording[])[] => {
  const groups: Recording[][] = [];
  let room = 0;
  for (const step of steps) {
    const writes = 2 + (step.messages?.length ?? 0);
    if (writes > room) {
      groups.push([]);
      room = mostWrites;
    }
    groups.at(-1)?.push(step);
    room -= writes;
  }
  return groups;
};
