import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { listenForStop } from './stop-signals.ts';

function listening() {
  const source = new EventEmitter();
  let givenUp = 0;
  const signals = listenForStop(source, () => givenUp++);
  return { source, signals, givenUp: () => givenUp };
}

test.each(['SIGTERM', 'SIGINT'])('%s asks to stop', async (signal) => {
  const { source, signals, givenUp } = listening();
  source.emit(signal, signal);
  await signals.first;
  expect(givenUp()).toBe(0);
});

test('SIGINT after any signal gives up, SIGTERM again does not', () => {
  const { source, givenUp } = listening();
  source.emit('SIGTERM', 'SIGTERM');
  source.emit('SIGTERM', 'SIGTERM');
  expect(givenUp()).toBe(0);
  source.emit('SIGINT', 'SIGINT');
  expect(givenUp()).toBe(1);
});

test('after release the signals are Node’s again', () => {
  const { source, signals } = listening();
  signals.release();
  expect(source.eventNames()).toEqual([]);
});
