import { expect, it } from 'vitest';
import type { HttpIntegration } from '../../../model/index.ts';
import { closing } from '../../testing/cleanup.ts';
import { startBackend } from '../../testing/harness.ts';
import { startHttpGateway } from '../../testing/http-gateway.ts';

// Features A17: 10 MB. Under the limits `off` larger bodies pass, but none is ever gathered whole.
const keep = closing();
const MB = 1_048_576;
const LARGE = Buffer.alloc(11 * MB, 'x');

async function start(change: Partial<HttpIntegration> = {}, reply: string | Buffer = 'ok') {
  const backend = await keep(startBackend(() => ({ body: reply })));
  const proxy = { IntegrationType: 'HTTP_PROXY', IntegrationUri: backend.url, ...change } as const;
  const { port } = await keep(startHttpGateway({ routes: { $default: proxy } }, undefined, undefined, 'off'));
  const post = (init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}/_aws/execute-api/http123456/x`, { method: 'POST', ...init });
  return { post, seen: backend.seen };
}

const inChunks = (pieces: number): RequestInit => ({
  body: new ReadableStream({
    pull(controller) {
      if (pieces === 0) controller.close();
      else controller.enqueue(LARGE.subarray(0, MB / 8));
      pieces -= 1;
    },
  }),
  duplex: 'half',
});

it('a body of no declared length goes on in chunks, a small one with its length', async () => {
  const { post, seen } = await start();
  expect((await post(inChunks(88))).status).toBe(200);
  expect(seen[0]?.body).toHaveLength(11 * MB);
  expect(seen[0]?.headers).toMatchObject({ 'transfer-encoding': 'chunked' });
  await post({ ...inChunks(0), body: new Blob(['small']).stream() });
  expect(seen[1]).toMatchObject({ body: 'small', headers: { 'content-length': '5' } });
});

it('a body that a mapping reads is 10 MB at most, the client’s and the backend’s', async () => {
  const asked = await start({ RequestParameters: { 'append:header.x': '$request.body.a' } });
  expect((await asked.post({ body: LARGE })).status).toBe(413);
  expect(asked.seen).toEqual([]);
  const answered = await start({ ResponseParameters: { '200': { 'append:header.x': '$response.body.a' } } }, LARGE);
  expect((await answered.post({ body: 'x' })).status).toBe(500);
});
