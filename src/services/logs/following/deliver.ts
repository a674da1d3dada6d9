import type { FunctionInvoker, IngestedLogEvents } from '../../../model/index.ts';
import {
  type CompiledSubscription,
  callDestination,
  type MatchedEvent,
  payloadsOf,
} from '../subscription-filters/index.ts';

/**
 * Hands the events of one stream that a subscription matched to its function, which runs when it can: a call is kept, and tried again,
 * like every asynchronous one.
 * @throws {Error} for a call that is not taken
 */
export async function deliver(
  functions: FunctionInvoker,
  { group, stream, events }: IngestedLogEvents,
  { filterName, destinationArn, match }: CompiledSubscription,
): Promise<void> {
  const matched = events.flatMap((event): readonly MatchedEvent[] => {
    const found = match(event.message);
    return found ? [{ event, ...found }] : [];
  });
  if (matched.length === 0) return;
  for (const payload of payloadsOf({ group, stream, filterName, events: matched })) {
    const call = { functionArn: destinationArn, payload, type: 'Event' } as const;
    const result = await callDestination(functions, group, call);
    if (result.kind === 'refused') {
      throw new Error(`The subscription filter ${filterName} cannot call ${destinationArn}: ${result.message}`);
    }
  }
}
