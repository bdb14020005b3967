import type { RetentionDays } from "aws-cdk-lib/aws-logs";

/** A place where the service is deployed. The account is that of whoever deploys, so none is written here. */
export interface Environment {
  readonly name: string;
  readonly region: string;
  /** Whose tokens are accepted: any OIDC issuer. A deployment may name another by the parameter `TokenIssuer`. */
  readonly issuer: `https://${string}`;
  /** For whom those tokens must have been issued. A deployment may name another by the parameter `TokenAudience`. */
  readonly audience: string;
  readonly logLevel: "DEBUG" | "INFO" | "WARN";
  readonly logRetention: keyof typeof RetentionDays;
  /** Requests a second over all callers, and how many may come at once. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number };
  /** The same for the calls that anyone may make: whoever floods those takes nothing from the others. */
  readonly publicThrottle: { readonly rateLimit: number; readonly burstLimit: number };
  /** How long a worker of mass work goes on before it leaves the rest of its shard to the next execution. */
  readonly sliceSeconds: number;
  /** Whether what people's points rest on outlives the stack, and can be deleted by no single call. */
  readonly keepsData: boolean;
}

export const environments = {
  demo: {
    name: "demo",
    region: "ap-southeast-1",
    issuer: "https://tokens.demo.example",
    audience: "new-resident-points",
    logLevel: "INFO",
    logRetention: "ONE_WEEK",
    throttle: { rateLimit: 500, burstLimit: 1_000 },
    publicThrottle: { rateLimit: 20, burstLimit: 40 },
    sliceSeconds: 20,
    keepsData: false,
  },
  china: {
    name: "china",
    region: "cn-north-1",
    issuer: "https://tokens.province.example",
    audience: "new-resident-points",
    logLevel: "INFO",
    logRetention: "SIX_MONTHS",
    throttle: { rateLimit: 1_000, burstLimit: 2_000 },
    publicThrottle: { rateLimit: 50, burstLimit: 100 },
    sliceSeconds: 300,
    keepsData: true,
  },
} as const satisfies Record<string, Environment>;

export type EnvironmentName = keyof typeof environments;

export const isEnvironmentName = (name: unknown): name is EnvironmentName =>
  typeof name === "string" && Object.hasOwn(environments, name);
