import { type Read, useOwn } from '../../../data/index.ts';

/** One gateway process; what it says of itself is there after its first second. */
export interface Worker {
  readonly pid: number;
  readonly startedAt: string;
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** A share of one processor. */
  readonly cpu?: number;
  readonly rssBytes?: number;
  /** The share of a second in which the event loop worked. */
  readonly utilization?: number;
  readonly delayP99Ms?: number;
  readonly connections?: number;
  readonly upstreamConnections?: number;
  /** Requests that wait for a connection to a backend. */
  readonly waiting?: number;
}

export interface Decision {
  readonly at: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** `GET /_sallyport/system` (docs/control-extensions.md). */
export interface System {
  readonly version: string;
  readonly nodeVersion: string;
  readonly platform: string;
  readonly processors: number;
  readonly memoryBytes: number;
  readonly uptimeSeconds: number;
  readonly startedAt: string;
  readonly control: { readonly pid: number; readonly cpu: number; readonly rssBytes: number };
  readonly workers: readonly Worker[];
  readonly scaling: {
    readonly minWorkers: number;
    readonly maxWorkers: number;
    readonly grown: number;
    readonly shrunk: number;
    readonly replaced: number;
    readonly decisions: readonly Decision[];
  };
  readonly data: {
    readonly directory: string;
    readonly bytes: number;
    readonly parts: Readonly<Record<string, number>>;
  };
}

const LOOK_EVERY_MS = 5_000;

export function useSystem(): Read<System> {
  return useOwn('/_sallyport/system', { refetchInterval: LOOK_EVERY_MS });
}

/** `GET /_sallyport/functions`: what functions are kept to on this machine. */
export interface Functions {
  readonly containment: {
    readonly namespaces?: 'root' | 'user';
    readonly users: boolean;
    readonly countsProcesses: boolean;
    readonly network: 'host' | 'none';
    readonly cpu: 'cgroup2' | 'cgroup1' | 'autogroup' | 'nice';
    readonly capsCpu: boolean;
    readonly boundsMemory: boolean;
    /** Why it is not more, a sentence each. */
    readonly missing: readonly string[];
  };
}

export function useFunctionsContainment(): Read<Functions> {
  return useOwn('/_sallyport/functions');
}
