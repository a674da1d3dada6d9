import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createApiClient } from './client.ts';

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** A client of a server that refuses so many calls, each with what it says of coming back. */
async function refusing(times: number, retryAfter: string | undefined) {
  let calls = 0;
  const server = createServer((_request, response) => {
    calls += 1;
    const refused = calls <= times;
    response.writeHead(refused ? 429 : 200, refused && retryAfter !== undefined ? { 'retry-after': retryAfter } : {});
    response.end(refused ? '{"message":"Too Many Requests"}' : '{"id":"a"}');
  }).listen(0, '127.0.0.1');
  stop = () => void server.close();
  await new Promise((resolve) => server.once('listening', resolve));
  const endpoint = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const secret = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = createApiClient({ endpoint, region: 'us-east-1', secret }, Date.now);
  return { client, calls: () => calls };
}

test('a call that comes too soon is made again when the server says', async () => {
  const { client, calls } = await refusing(2, '0');
  expect(await client.call({ path: '/restapis' })).toEqual({ id: 'a' });
  expect(calls()).toBe(3);
});

// A quota is refused with 429, too, but names no time; waiting would not help.
test.each([
  ['five times and no more', '0', 5],
  ['not when the wait is long', '31', 1],
  ['not when none is named', undefined, 1],
])('but %s', async (_, retryAfter, expected) => {
  const { client, calls } = await refusing(9, retryAfter);
  await expect(client.call({ path: '/restapis' })).rejects.toThrow('Too Many Requests');
  expect(calls()).toBe(expected);
});
