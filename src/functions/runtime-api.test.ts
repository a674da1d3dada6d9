import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { listenRuntimeApi, type RuntimeApiHandler } from './runtime-api.ts';

test.each([
  ['waits for it', false, true, 1],
  ['has left meanwhile', true, true, 0],
  ['is another', false, false, 0],
])('a connection is handed work once it is known whose it is: one that %s', async (_, leaves, isOurs, handed) => {
  const next = vi.fn(() => true);
  let decide: (isOurs: boolean) => void = () => undefined;
  const verdict = new Promise<boolean>((resolve) => {
    decide = resolve;
  });
  const admits = vi.fn((_socket: Socket) => verdict);
  const handler = { next, nextAborted: () => undefined } as unknown as RuntimeApiHandler;
  const api = await listenRuntimeApi(handler, 1_024, admits);
  const [host, port] = api.address.split(':');
  const runtime = connect(Number(port), host);
  try {
    runtime.write('GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: runtime\r\n\r\n');
    await expect.poll(() => admits.mock.calls.length).toBe(1);
    const [[socket] = []] = admits.mock.calls;
    if (leaves && socket !== undefined) {
      runtime.destroy();
      await once(socket, 'close');
    }
    decide(isOurs);
    await new Promise(setImmediate);
    expect(next).toHaveBeenCalledTimes(handed);
    expect(socket?.destroyed).toBe(handed === 0);
  } finally {
    runtime.destroy();
    api.close();
  }
});
