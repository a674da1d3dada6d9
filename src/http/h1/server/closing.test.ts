import { expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-client.ts';
import { later, RawConnection } from '../testing/raw-connection.ts';
import { serve, text } from '../testing/serving.ts';

const GET = 'GET / HTTP/1.1\r\nHost: h\r\n\r\n';

it('lets a running request finish, tells its client to leave, and takes nobody new', async () => {
  let finish: (() => void) | undefined;
  const listener = await serve((exchange) => {
    finish = () => text(exchange, 'done');
  });
  const client = new RawConnection(listener.port);
  client.send(GET);
  await later(50);
  const closed = listener.close(5_000);
  await later(50);
  finish?.();
  await closed;
  expect(client.received).toMatch(/Connection: close\r\n\r\ndone$/);
  await expect(rawRequest(listener.port, '')).rejects.toThrow(/ECONNREFUSED/);
});

it('answers one more request on a connection that was just used, and closes one that stays idle', async () => {
  const listener = await serve((exchange) => text(exchange, 'ok'));
  const used = new RawConnection(listener.port);
  const idle = new RawConnection(listener.port);
  for (const client of [used, idle]) {
    client.send(GET);
    await client.untilReceived('ok');
  }
  const closed = listener.close(5_000);
  await later(100);
  used.send(GET);
  await used.untilEnd();
  expect(used.received).toMatch(/Connection: close\r\n\r\nok$/);
  await idle.untilEnd();
  await closed;
  expect(idle.received.match(/200 OK/g)).toHaveLength(1);
});

it('closes an idle connection at once that was just used, when its limits say so', async () => {
  const listener = await serve((exchange) => text(exchange, 'ok'), { drainIdleMs: 0 });
  const used = new RawConnection(listener.port);
  used.send(GET);
  await used.untilReceived('ok');
  const startedAtMs = performance.now();
  await listener.close(5_000);
  await used.untilEnd();
  // Before the second in which it might otherwise send one more request.
  expect(performance.now() - startedAtMs).toBeLessThan(900);
});

it('breaks off what is still running after the grace time', async () => {
  const listener = await serve(() => undefined);
  const client = new RawConnection(listener.port);
  client.send(GET);
  await later(50);
  await listener.close(60);
  await client.untilEnd();
  expect(client.received).toBe('');
});
