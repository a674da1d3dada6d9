import { expect, it } from 'vitest';
import type { AwsClient } from '../../../../aws/index.ts';
import { answersTo } from './answers.ts';

/** Tells which operations were called; results are of a query that never ends unless told. */
function client(status: string): { readonly aws: AwsClient; readonly called: string[] } {
  const called: string[] = [];
  const call = async (_service: string, operation: string) => {
    called.push(operation);
    return operation === 'startQuery' ? { queryId: 'q' } : { status };
  };
  return { called, aws: { region: 'us-east-1', call } as unknown as AwsClient };
}

const query = { text: 'fields @message', groups: ['g'], period: { startMs: 0, endMs: 1_000 } };

it('ends with the query', async () => {
  const { aws, called } = client('Complete');
  for await (const { status } of answersTo(aws, query, new AbortController().signal)) expect(status).toBe('Complete');
  expect(called).toEqual(['startQuery', 'getQueryResults']);
});

it('stops the query on the server when nobody waits for it any more', async () => {
  const { aws, called } = client('Running');
  const page = new AbortController();
  for await (const _ of answersTo(aws, query, page.signal)) page.abort();
  expect(called).toEqual(['startQuery', 'getQueryResults', 'stopQuery']);
});

it('stops a query that was left while it began', async () => {
  const { aws, called } = client('Running');
  const page = new AbortController();
  const answers = answersTo(aws, query, page.signal);
  const first = answers.next();
  page.abort();
  expect(await first).toEqual({ done: true, value: undefined });
  expect(called).toEqual(['startQuery', 'stopQuery']);
});
