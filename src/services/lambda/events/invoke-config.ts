import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';
import { EVENTS } from '../limits.ts';
import type { EventRules } from './next-step.ts';

/** How asynchronous invocations of one function, version or alias are treated; stored by `NAME/QUALIFIER`. */
export interface EventInvokeConfig {
  /** Milliseconds since the epoch. */
  readonly lastModifiedMs: number;
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeInSeconds?: number;
  /** ARNs. */
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

export const eventInvokeConfigKind = defineKind<EventInvokeConfig>('FunctionEventInvokeConfig');

/** Without a qualifier the configuration is that of `$LATEST`. */
export async function findInvokeConfig(
  reader: Reader,
  scope: Scope,
  name: string,
  qualifier = '$LATEST',
): Promise<EventInvokeConfig | undefined> {
  return (await reader.get(eventInvokeConfigKind, scope, `${name}/${qualifier}`))?.value;
}

export function rulesOf(config: EventInvokeConfig | undefined): EventRules {
  const { maximumRetryAttempts, maximumEventAgeInSeconds } = config ?? {};
  return {
    maxRetries: maximumRetryAttempts ?? EVENTS.retryDelaysMs.length,
    maxAgeMs: maximumEventAgeInSeconds === undefined ? EVENTS.maxAgeMs : maximumEventAgeInSeconds * 1000,
  };
}
