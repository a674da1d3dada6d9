import type { InvocationRequest, InvocationResult, StageRef, StageSnapshot } from '../../model/index.ts';

/** What the control process answers to a gateway worker. */
export type ControlCalls = {
  loadSnapshot(ref: StageRef): Promise<StageSnapshot | undefined>;
  invoke(request: InvocationRequest): Promise<InvocationResult>;
  /** How busy the worker was since its last report. */
  report(load: { readonly utilization: number; readonly delayP99Ms: number }): void;
  warn(warning: { readonly message: string; readonly detail: Readonly<Record<string, unknown>> }): void;
};

/** What a gateway worker answers to the control process. */
export type WorkerCalls = {
  /** Takes the list of stages and listens; resolves with the port that was really taken. */
  serve(order: ServeOrder): Promise<Served>;
  putStage(ref: StageRef): void;
  removeStage(ref: StageRef): void;
  setStages(refs: readonly StageRef[]): void;
  /** Stops accepting, finishes running requests (bounded), and resolves when the worker may be ended. */
  drain(graceMs: number): Promise<void>;
};

export interface ServeOrder {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly stages: readonly StageRef[];
}

/** Failing to listen is an answer, because its code decides what the operator is told. */
export type Served = { readonly port: number } | { readonly code: string };
