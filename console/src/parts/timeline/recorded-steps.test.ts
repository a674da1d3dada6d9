import { expect, it } from 'vitest';
import type { ExplainedStep } from '../../../../src/model/explained-request.ts';
import { durations, failures } from './recorded-steps.ts';

const step = (atMs: number, phase: string, verdict: string): ExplainedStep => ({ atMs, phase, verdict, facts: {} });

it('gives each step the time until the next, and the last the rest', () => {
  expect(durations([0.5, 1, 2], 3)).toEqual([0.5, 1, 1]);
  expect(durations([0.5, 1, 2], 1)).toEqual([0.5, 1, 0]);
});

// As `GET /_sallyport/requests/ID` words them.
it('marks the steps at which a request was turned away', () => {
  expect(
    failures([
      step(0.5, 'request', 'GET /secret from 192.0.2.1'),
      step(1, 'policy: resource policy', 'Deny (statement 2 "KeepSecrets" of the resource policy)'),
      step(2, 'gateway response', '403 ACCESS_DENIED'),
    ]),
  ).toEqual([false, true, true]);
  expect(
    failures([
      step(0, 'policy: resource policy', 'Allow (statement 1 of the resource policy)'),
      step(0, 'throttle: method', 'exceeded'),
      step(0, 'API key', 'opens no usage plan of this stage, or is not known'),
    ]),
  ).toEqual([false, true, true]);
});

it('marks the call of a backend that did not answer, and of none that did', () => {
  const called = step(1, 'integration', 'called: GET http://127.0.0.1:1025/');
  expect(failures([called, step(2, 'gateway response', '504 INTEGRATION_FAILURE')])).toEqual([true, true]);
  expect(failures([called, step(2, 'integration', 'answered 200')])).toEqual([false, false]);
});
