import type { KeptBody, TimedEvent } from '../trace.ts';

/** What stands for bodies that pass through as they come in. */
export interface Bodies {
  readonly request: KeptBody | undefined;
  readonly answer: KeptBody | undefined;
}

/** @param passed the body of an answer that passed through, where it is known by now */
export function bodiesOf(events: readonly TimedEvent[], passed: KeptBody | undefined): Bodies {
  const last = (kind: 'requestBody' | 'answered'): KeptBody | undefined =>
    events.findLast(({ event }) => event.kind === kind)?.body;
  const passedOn = events.find(({ event }) => event.kind === 'integrationRequest' && event.isPassedOn)?.body;
  return { request: last('requestBody') ?? passedOn, answer: last('answered') ?? passed };
}
