import { expect, it } from 'vitest';
import { renderPage } from '../exposition/index.ts';
import { FunctionCounters, FunctionTotals } from './index.ts';

const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:users';
const labels = `function_name="users",function_arn="${functionArn}",executed_version="7"`;

it('runs of several processes add up by the version that ran, whatever was asked for', () => {
  const totals = new FunctionTotals();
  for (const qualifier of ['live', '7']) {
    const counters = new FunctionCounters();
    const run = { functionArn, qualifier, executedVersion: '7' };
    counters.begin(run)('succeeded', 20);
    counters.begin(run)('failed', 2_000);
    counters.begin(run)('throttled', 0);
    totals.add(structuredClone(counters.take()));
  }
  const lines = renderPage(totals.families(), 'text').split('\n');
  expect(lines).toContain(`sallyport_lambda_invocations_total{${labels}} 4`);
  expect(lines).toContain(`sallyport_lambda_errors_total{${labels}} 2`);
  expect(lines).toContain(`sallyport_lambda_throttles_total{${labels}} 2`);
  const bucket = (le: string) => `sallyport_lambda_duration_seconds_bucket{${labels},le="${le}"}`;
  expect(lines).toContain(`${bucket('0.01')} 0`);
  expect(lines).toContain(`${bucket('0.025')} 2`);
  expect(lines).toContain(`${bucket('5')} 4`);
  expect(lines).toContain(`${bucket('+Inf')} 4`);
  expect(lines).toContain(`sallyport_lambda_duration_seconds_sum{${labels}} 4.04`);
  expect(lines).toContain(`sallyport_lambda_duration_seconds_count{${labels}} 4`);
});
