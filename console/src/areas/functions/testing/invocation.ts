import { type AwsClient, fromBase64, type Input } from '../../../aws/index.ts';
import { type Report, reportOf } from './report.ts';

export const INVOCATION_TYPES = ['RequestResponse', 'Event'] as const;
export type InvocationType = (typeof INVOCATION_TYPES)[number];

export interface Order {
  readonly functionName: string;
  /** A version or an alias. */
  readonly qualifier: string;
  readonly type: InvocationType;
  /** JSON. */
  readonly event: string;
}

/** What came of an invocation. */
export interface Invocation {
  readonly type: InvocationType;
  readonly hasFailed: boolean;
  /** What it answered, JSON laid out to be read. */
  readonly response: string;
  /** Where it failed, innermost first, if its language tells. */
  readonly stack: readonly string[];
  readonly version: string | undefined;
  /** The end of its log. */
  readonly log: string;
  readonly report: Report;
}

/** Runs a function. @throws {AwsError} where it was not run */
export async function invoke(aws: AwsClient, { functionName, qualifier, type, event }: Order): Promise<Invocation> {
  const input: Input<'lambda', 'invoke'> = {
    FunctionName: functionName,
    Qualifier: qualifier,
    InvocationType: type,
    Payload: new TextEncoder().encode(event),
    ...(type === 'RequestResponse' && { LogType: 'Tail' as const }),
  };
  const { Payload, FunctionError, LogResult, ExecutedVersion } = await aws.call('lambda', 'invoke', input);
  const text = new TextDecoder().decode(Payload);
  const value = parsed(text);
  const log = LogResult === undefined ? '' : new TextDecoder().decode(fromBase64(LogResult));
  return {
    type,
    hasFailed: FunctionError !== undefined,
    response: value === undefined ? text : JSON.stringify(value, null, 2),
    stack: FunctionError === undefined ? [] : stackOf(value),
    version: ExecutedVersion,
    log,
    report: reportOf(log),
  };
}

/** Undefined for what is no JSON, as the answer of a function that streams may be. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Node.js calls it `trace`, Python `stackTrace`. */
function stackOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const lines = 'trace' in error ? error.trace : 'stackTrace' in error ? error.stackTrace : undefined;
  return Array.isArray(lines) ? lines.map(String) : [];
}
