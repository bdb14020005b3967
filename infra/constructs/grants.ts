import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { type TableName, tableNames, tables } from "#shared/storage/tables.ts";
import { actions } from "../actions.ts";
import type { Access, ListedTable } from "../rights.ts";
import type { EvidenceBucket } from "./evidence-bucket.ts";
import { evidenceStatements } from "./evidence-statements.ts";
import type { IdentityKeys } from "./identity-keys.ts";
import type { Queues } from "./queues.ts";
import type { Tables } from "./tables.ts";

/** Where the state lies that functions are given access to. */
export interface State {
  readonly tables: Tables;
  readonly identityKeys: IdentityKeys;
  readonly certificateSecret: Secret;
  readonly queues: Queues;
  readonly evidence: Pick<EvidenceBucket, "bucket" | "key">;
}

/** How mass work goes on. */
export interface MassWork {
  readonly machineArn: string;
  readonly sliceSeconds: number;
}

interface Grants {
  readonly statements: readonly PolicyStatement[];
  /** The names of what was granted, and of nothing else. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What a function is allowed and what it is told, both from the same line of `access`. */
export const grantsOf = (access: Access, state: State, massWork: MassWork): Grants => {
  const {
    reads = [],
    writes = [],
    lists = [],
    identityKeys = [],
    evidence,
    certificateKey,
    sendsRetries,
    sends,
    startsMassWork,
    worksInSlices,
  } = access;
  const granted = tableNames.filter((name) => reads.includes(name) || writes.includes(name));
  return {
    statements: [
      ...granted.map((name) => tableStatement(access, state, name)),
      ...lists.map((name) => indexStatement(state, name)),
      ...(granted.includes("identities") ? [atRestStatement(writes.includes("identities"), state)] : []),
      ...(identityKeys.includes("lookup") ? [lookupStatement(state)] : []),
      ...(identityKeys.includes("seal") ? [sealingStatement("kms:Encrypt", state)] : []),
      ...(identityKeys.includes("open") ? [sealingStatement("kms:Decrypt", state)] : []),
      ...(certificateKey ? [certificateStatement(state)] : []),
      ...(evidence ? evidenceStatements(evidence, state.evidence) : []),
      ...(sendsRetries ? [retryStatement(state)] : []),
      ...(sends ? [sendStatement(state, sends)] : []),
      ...(startsMassWork ? [startStatement(massWork)] : []),
    ],
    environment: {
      ...Object.fromEntries(granted.map((name) => [tables[name].variable, state.tables.byName[name].tableName])),
      ...(identityKeys.includes("lookup") && {
        IDENTITY_LOOKUP_SECRET_ARN: state.identityKeys.lookupSecret.secretArn,
      }),
      ...(identityKeys.some((use) => use !== "lookup") && { IDENTITY_KEY_ID: state.identityKeys.sealing.keyArn }),
      ...(certificateKey && { CERTIFICATE_SECRET_ARN: state.certificateSecret.secretArn }),
      ...(evidence && { EVIDENCE_BUCKET: state.evidence.bucket.bucketName }),
      ...(sendsRetries && { RETRY_QUEUE_URL: state.queues.retry.queueUrl }),
      ...(sends && { [queueVariables[sends]]: state.queues[sends].queueUrl }),
      ...(startsMassWork && { RECOMPUTATION_MACHINE_ARN: massWork.machineArn }),
      ...(worksInSlices && { SLICE_SECONDS: `${massWork.sliceSeconds}` }),
    },
  };
};

const tableActions = ({ reads = [], writes = [], lists = [] }: Access, name: TableName): readonly string[] => [
  ...(reads.includes(name) ? actions[name].reading : []),
  ...lists.flatMap((listed) => (listed === name ? actions[listed].listing : [])),
  ...(writes.includes(name) ? actions[name].writing : []),
];

const tableStatement = (access: Access, { tables: { byName } }: State, name: TableName) =>
  new PolicyStatement({
    actions: tableActions(access, name).map((action) => `dynamodb:${action}`),
    resources: [byName[name].tableArn],
  });

const indexStatement = ({ tables: { byName } }: State, table: ListedTable) =>
  new PolicyStatement({
    actions: ["dynamodb:Query"],
    resources: tables[table].indexes.map(({ name }) => `${byName[table].tableArn}/index/${name}`),
  });

/** DynamoDB and the secret use the key in the name of whoever asks them. */
const atRestStatement = (writes: boolean, { identityKeys: { atRest } }: State) =>
  new PolicyStatement({
    actions: ["kms:Decrypt", "kms:DescribeKey", ...(writes ? ["kms:Encrypt", "kms:GenerateDataKey"] : [])],
    resources: [atRest.keyArn],
  });

const lookupStatement = ({ identityKeys: { lookupSecret } }: State) =>
  new PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [lookupSecret.secretArn] });

const sealingStatement = (action: "kms:Encrypt" | "kms:Decrypt", { identityKeys: { sealing } }: State) =>
  new PolicyStatement({ actions: [action], resources: [sealing.keyArn] });

const certificateStatement = ({ certificateSecret }: State) =>
  new PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [certificateSecret.secretArn] });

const retryStatement = ({ queues: { retry } }: State) =>
  new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [retry.queueArn] });

const queueVariables = {
  messages: "MESSAGE_QUEUE_URL",
  reactions: "REACTION_QUEUE_URL",
  settlement: "SETTLEMENT_QUEUE_URL",
} as const;

const sendStatement = ({ queues }: State, sends: NonNullable<Access["sends"]>) =>
  new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [queues[sends].queueArn] });

const startStatement = ({ machineArn }: MassWork) =>
  new PolicyStatement({ actions: ["states:StartExecution"], resources: [machineArn] });
