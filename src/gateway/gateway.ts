import type { Exchange, UpstreamClient } from '../http/index.ts';
import type { FunctionInvoker, StageRef, StageSnapshot } from '../model/index.ts';

/** What the data plane needs from the process that it runs in. */
export interface GatewayEnvironment {
  /** Fetches what is deployed at a stage; asked once a revision, not once a request. */
  loadSnapshot(ref: StageRef): Promise<StageSnapshot>;
  readonly functions: FunctionInvoker;
  readonly upstream: UpstreamClient;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** One line for the operator about something that went wrong while serving. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** A compiled stage: immutable, everything resolved ahead of its first request. */
export interface StagePlan {
  readonly ref: StageRef;
  /** Takes over one request; the answer goes out through the exchange. */
  handle(exchange: Exchange, address: RequestAddress): void;
}

/** What addressing (Host or path form) found out about a request before its stage's plan sees it. */
export interface RequestAddress {
  /** The path below the stage as received, percent-encoded, beginning with `/`; without the query. */
  readonly path: string;
  /** What follows the `?`, as received; empty when there is none. */
  readonly query: string;
  /** The host name that the client used, without port, in the client's case. */
  readonly domainName: string;
  /** The port that the client named; undefined when it named none. */
  readonly port: string | undefined;
}

/** The data plane of one worker. */
export interface Gateway {
  /** Takes over one request; the answer goes out through the exchange. Never throws. */
  handle(exchange: Exchange): void;
  /** Replaces the whole list of deployed stages. */
  setStages(refs: readonly StageRef[]): void;
  /** A stage is new or has a new revision: requests from now on see it. */
  putStage(ref: StageRef): void;
  removeStage(apiId: string, stageName: string): void;
}
