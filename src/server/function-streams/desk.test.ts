import { expect, test } from 'vitest';
import type { StreamEnd, StreamingResult } from '../../model/index.ts';
import { createStreamDesk } from './desk.ts';

const REQUEST = { functionArn: 'arn', payload: new Uint8Array() };

/** A function that begins to answer when it is told to. */
function beginning() {
  let left = 0;
  let begin: () => void = () => undefined;
  const answer = new Promise<StreamingResult>((resolve) => {
    const body: AsyncIterator<Uint8Array, StreamEnd> = {
      next: () => new Promise(() => undefined),
      async return() {
        left++;
        return { done: true, value: { logTail: '' } };
      },
    };
    begin = () => resolve({ kind: 'streaming', executedVersion: '1', contentType: 'text/plain', body });
  });
  return { invoke: () => answer, begin: () => begin(), left: () => left };
}

test('an answer that begins when its worker is gone is not waited for', async () => {
  const run = beginning();
  const desk = createStreamDesk(run.invoke);
  const opened = desk.answers.openStream(REQUEST);
  desk.close();
  run.begin();
  await opened;
  expect(run.left()).toBe(1);
});

test('one that is being read when its worker goes is left', async () => {
  const run = beginning();
  const desk = createStreamDesk(run.invoke);
  run.begin();
  await desk.answers.openStream(REQUEST);
  expect(run.left()).toBe(0);
  desk.close();
  expect(run.left()).toBe(1);
});
