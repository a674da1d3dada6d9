import type { AwsClient, FunctionInvoker } from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { referenceOf } from '../function-name.ts';
import { resolveFunction } from '../resolve.ts';
import { createDeliveries } from './deliveries.ts';
import type { EventWork } from './event-queue.ts';
import { findInvokeConfig, rulesOf } from './invoke-config.ts';
import { deadLetter, destinationRecord } from './records.ts';

export interface ReportOptions {
  readonly aws: AwsClient;
  readonly invoke: FunctionInvoker['invoke'];
  /** Milliseconds since the epoch. */
  now(): number;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** How events are treated, and who hears of their end, as functions are set when it is asked. */
export function createReports(
  store: Store,
  { aws, invoke, now, warn }: ReportOptions,
): Pick<EventWork, 'rulesOf' | 'conclude'> {
  const deliveries = createDeliveries({ aws, invoke, warn });
  const configOf = async (functionArn: string) => {
    const reference = referenceOf(functionArn);
    return reference && findInvokeConfig(store, reference.scope, reference.name, reference.qualifier);
  };

  return {
    rulesOf: async (functionArn) => rulesOf(await configOf(functionArn)),
    async conclude(event, verdict) {
      const { functionArn } = event.execution;
      const reference = referenceOf(functionArn);
      const resolved = reference && (await resolveFunction(store, reference));
      // Of a function that is gone, nobody said where its events go.
      if (resolved === undefined) return;
      const { deadLetterTargetArn } = resolved.state.settings;
      const config = await configOf(functionArn);
      const hasSucceeded = verdict.condition === 'Success';
      const target = hasSucceeded ? config?.onSuccess : config?.onFailure;
      if (target) {
        await deliveries.deliver(target, { kind: 'record', record: destinationRecord(event, verdict, now()) });
      }
      if (!hasSucceeded && deadLetterTargetArn) {
        await deliveries.deliver(deadLetterTargetArn, { kind: 'deadLetter', letter: deadLetter(event, verdict) });
      }
    },
  };
}
