import { expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { serve, text } from '../testing/serving.ts';

const UPGRADE = 'GET / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n';

it.each([0, 30])('hands the connection out with what came behind the head, after %d ms', async (ms) => {
  const listener = await serve((exchange) => {
    const change = (): void => {
      const stream = exchange.upgrade(['Upgrade', 'echo']);
      stream.pipe(stream);
    };
    if (ms === 0) change();
    else setTimeout(change, ms);
  });
  const client = new RawConnection(listener.port);
  client.send(`${UPGRADE}first `);
  await client.untilReceived('first ');
  client.send('second');
  await client.untilReceived('second');
  expect(client.received).toBe(
    'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\nfirst second',
  );
  client.socket.end();
  await client.untilEnd();
});

it('goes no faster than the other end takes it', async () => {
  const listener = await serve((exchange) => {
    const stream = exchange.upgrade(['Upgrade', 'echo']);
    stream.pipe(stream);
  });
  const client = new RawConnection(listener.port);
  client.keeps = false;
  client.send(UPGRADE);
  client.socket.write(Buffer.alloc(20_000_000));
  await client.until(() => client.bytes > 20_000_000);
});

it('is for requests that ask for it', async () => {
  const { port } = await serve((exchange) => {
    expect(() => exchange.upgrade([])).toThrow(TypeError);
    text(exchange, 'no');
  });
  expect(await rawRequest(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n')).toMatch(/no$/);
});
