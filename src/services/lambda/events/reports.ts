import type { Store } from '../../../store/index.ts';
import { referenceOf } from '../function-name.ts';
import { resolveFunction } from '../resolve.ts';
import { createDeliveries, type DeliveryOptions } from './deliveries.ts';
import type { EventWork } from './event-queue.ts';
import { findInvokeConfig, rulesOf } from './invoke-config.ts';
import { deadLetter, destinationRecord } from './records.ts';

export interface ReportOptions extends Omit<DeliveryOptions, 'retryDelaysMs'> {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** How events are treated, and who hears of their end, as functions are set when it is asked. */
export function createReports(
  store: Store,
  { now, ...delivery }: ReportOptions,
): Pick<EventWork, 'rulesOf' | 'conclude'> {
  const deliveries = createDeliveries(delivery);
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
      if (reference === undefined || resolved === undefined) return;
      const { deadLetterTargetArn, role: roleArn } = resolved.state.settings;
      const sender = { name: reference.name, roleArn };
      const config = await configOf(functionArn);
      const hasSucceeded = verdict.condition === 'Success';
      const target = hasSucceeded ? config?.onSuccess : config?.onFailure;
      if (target) {
        await deliveries.deliver(target, { kind: 'record', record: destinationRecord(event, verdict, now()) }, sender);
      }
      if (!hasSucceeded && deadLetterTargetArn) {
        await deliveries.deliver(
          deadLetterTargetArn,
          { kind: 'deadLetter', letter: deadLetter(event, verdict) },
          sender,
        );
      }
    },
  };
}
