import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { type Channel, openLink } from './link.ts';

type Sums = { add(pair: readonly [number, number]): number; fail(reason: string): never; never(): Promise<void> };

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function pairOfChannels(): [Channel, Channel] {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return [asChannel(port1), asChannel(port2)];
}

function asChannel(port: MessagePort): Channel {
  return {
    send: (message, _handle, callback) => {
      port.postMessage(message);
      callback(null);
    },
    on: (event, listener) => port.on(event, listener),
  };
}

function connect() {
  const [here, there] = pairOfChannels();
  openLink<Sums, Record<string, never>>('child', there, {
    add: ([a, b]) => a + b,
    fail: (reason) => {
      throw new Error(reason);
    },
    never: () => new Promise(() => undefined),
  });
  return openLink<Record<string, never>, Sums>('parent', here, {});
}

test('many calls in flight each get their own answer', async () => {
  const link = connect();
  const sums = await Promise.all(Array.from({ length: 50 }, (_, n) => link.call('add', [n, 1000])));
  expect(sums).toEqual(Array.from({ length: 50 }, (_, n) => n + 1000));
});

test('what the other end throws is thrown here', async () => {
  await expect(connect().call('fail', 'no such stage')).rejects.toThrow('no such stage');
});

test('closing rejects what waits and what comes later', async () => {
  const link = connect();
  const waiting = link.call('never', undefined as never);
  link.close('the worker has ended');
  await expect(waiting).rejects.toThrow('the worker has ended');
  await expect(link.call('add', [1, 2])).rejects.toThrow('the worker has ended');
});

test('what the parent says before the child is there arrives when it is', async () => {
  const [here, there] = pairOfChannels();
  const parent = openLink<Record<string, never>, Sums>('parent', here, {});
  const sum = parent.call('add', [1, 2]);
  const sent: unknown[] = [];
  there.on('message', (message) => sent.push(message));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(sent).toEqual([]);
  openLink<Pick<Sums, 'add'>, Record<string, never>>('child', there, { add: ([a, b]) => a + b });
  expect(await sum).toBe(3);
});
