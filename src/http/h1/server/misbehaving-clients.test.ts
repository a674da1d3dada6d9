import { describe, expect, it } from 'vitest';
import { later, RawConnection } from '../testing/raw-connection.ts';
import { serve, text } from '../testing/serving.ts';
import type { H1Exchange } from './exchange.ts';

const GET = 'GET / HTTP/1.1\r\nHost: h\r\n\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n';

describe('a slow client', () => {
  it('is answered with 408 when its head takes too long, however steadily it comes', async () => {
    const { port } = await serve((exchange) => text(exchange, 'ok'), { headTimeoutMs: 150 });
    const client = new RawConnection(port);
    client.send('GET / HTTP/1.1\r\nHost: h\r\n');
    const drip = setInterval(() => client.send('X-A: 1\r\n'), 20);
    await client.untilEnd();
    clearInterval(drip);
    expect(client.received).toMatch(/^HTTP\/1.1 408 [\s\S]*Connection: close/);
  });

  it('is answered with 408 when its body stands still, and whoever reads it is told', async () => {
    let failure: unknown;
    const { port } = await serve(
      (exchange) => {
        exchange.readBody(100).catch((error: unknown) => {
          failure = error;
        });
      },
      { bodyTimeoutMs: 100 },
    );
    const client = new RawConnection(port);
    client.send(`${POST}hello`);
    await client.untilEnd();
    expect(client.received).toMatch(/^HTTP\/1.1 408 /);
    expect(failure).toBeInstanceOf(Error);
  });

  it('is answered with 408 when its body comes as a byte now and then', async () => {
    const { port } = await serve((exchange) => void exchange.readBody(100_000).catch(() => undefined), {
      bodyTimeoutMs: 150,
    });
    const client = new RawConnection(port);
    client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 50000\r\n\r\n');
    const drip = setInterval(() => client.send('x'), 20);
    await client.untilEnd();
    clearInterval(drip);
    expect(client.received).toMatch(/^HTTP\/1.1 408 /);
  });

  it('has its time when its body comes slowly but comes', async () => {
    const { port } = await serve(
      (exchange) => void exchange.readBody(10_000).then((body) => text(exchange, `${body.length}`)),
      { bodyTimeoutMs: 1_000 },
    );
    const client = new RawConnection(port);
    client.send('POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 8192\r\n\r\n');
    // A pause is far from the limit, and all of them together are beyond it.
    for (let sent = 0; sent < 8; sent++) {
      await later(200);
      client.send('x'.repeat(1_024));
    }
    await client.untilReceived('8192');
  });

  it('is not blamed when it is the handler that does not read', async () => {
    const { port } = await serve(
      async (exchange) => {
        await later(3_000);
        text(exchange, String((await exchange.readBody(1_000_000)).length));
      },
      { bodyTimeoutMs: 2_000 },
    );
    const client = new RawConnection(port);
    client.send(`POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n${'x'.repeat(70_000)}`);
    // More than is held for a handler, and all of it is here. The client's time begins when there is somebody to send to, not when that one was last waited for.
    await later(4_500);
    client.send('x'.repeat(430_000));
    await client.untilReceived('500000');
  });

  it('that takes nothing of its response is given up', async () => {
    let aborted = false;
    const { port } = await serve(
      (exchange) => {
        exchange.signal.addEventListener('abort', () => {
          aborted = true;
        });
        exchange.respond(200, [], Buffer.alloc(20_000_000));
      },
      { writeTimeoutMs: 100 },
    );
    const client = new RawConnection(port);
    client.socket.pause();
    client.send(GET);
    await expect.poll(() => aborted).toBe(true);
    client.socket.resume();
    await client.untilEnd();
    expect(client.bytes).toBeLessThan(20_000_000);
  });
});

describe('a silent client', () => {
  it('is let go after the idle time, before its first request and between requests', async () => {
    const listener = await serve((exchange) => text(exchange, 'ok'), { keepAliveIdleMs: 100 });
    const silent = new RawConnection(listener.port);
    const once = new RawConnection(listener.port);
    once.send(GET);
    await Promise.all([silent.untilEnd(), once.untilEnd()]);
    expect(silent.received).toBe('');
    expect(once.received).toMatch(/^HTTP\/1.1 200 OK[\s\S]*ok$/);
  });

  it('keeps its connection as long as it sends requests', async () => {
    const { port } = await serve((exchange) => text(exchange, 'ok'), { keepAliveIdleMs: 800 });
    const client = new RawConnection(port);
    for (let sent = 1; sent <= 5; sent++) {
      client.send(GET);
      await client.until(() => client.received.split('ok').length > sent);
      await later(300);
      expect(client.ended).toBe(false);
    }
  });
});

describe('a client that goes', () => {
  it.each(['by a reset', 'in order'])('%s aborts what is done for it', async (how) => {
    const aborted = new Promise<string>((resolve) => {
      void serve((exchange) => {
        exchange.signal.addEventListener('abort', () => resolve('its signal'));
        exchange.abortable = { abort: () => resolve('what it was told to') };
      }).then(({ port }) => {
        const client = new RawConnection(port);
        client.send(GET);
        setTimeout(() => (how === 'in order' ? client.socket.destroy() : client.socket.resetAndDestroy()), 50);
      });
    });
    expect(await aborted).toBe('what it was told to');
  });

  it('fails the body that is being read', async () => {
    const failed = new Promise<unknown>((resolve) => {
      void serve((exchange) => void exchange.readBody(100).catch(resolve)).then(({ port }) => {
        const client = new RawConnection(port);
        client.send(`${POST}hello`);
        setTimeout(() => client.socket.resetAndDestroy(), 50);
      });
    });
    expect(await failed).toBeInstanceOf(Error);
  });

  it('may be answered in vain', async () => {
    let exchange: H1Exchange | undefined;
    const listener = await serve((arrived) => {
      exchange = arrived;
    });
    const client = new RawConnection(listener.port);
    client.send(GET);
    await later(50);
    client.socket.resetAndDestroy();
    while (listener.connections > 0) await later(10);
    exchange?.respond(200, [], Buffer.from('late'));
  });

  it('does not abort an exchange that has ended well', async () => {
    let signal: AbortSignal | undefined;
    const listener = await serve((exchange) => {
      signal = exchange.signal;
      text(exchange, 'ok');
    });
    const client = new RawConnection(listener.port);
    client.send(GET);
    await client.untilReceived('ok');
    client.socket.destroy();
    while (listener.connections > 0) await later(10);
    expect(signal?.aborted).toBe(false);
  });
});

describe('a client that closes its half', () => {
  it('is answered all the same, and then the connection closes', async () => {
    const { port } = await serve((exchange) => setTimeout(() => text(exchange, 'ok'), 60));
    const client = new RawConnection(port);
    client.send(GET);
    client.socket.end();
    await client.untilEnd();
    expect(client.received).toMatch(/Connection: close\r\n\r\nok$/);
  });

  it('is let go at once when whoever serves it has given up', async () => {
    const listener = await serve((exchange) => {
      exchange.abortable = { abort: () => exchange.abandon() };
    });
    const client = new RawConnection(listener.port);
    client.send(GET);
    await later(20);
    client.socket.end();
    await client.untilEnd();
    expect(client.received).toBe('');
    while (listener.connections > 0) await later(10);
  });

  it('in the middle of a body is answered with 400 (RFC 9112 section 8)', async () => {
    const { port } = await serve((exchange) => void exchange.readBody(100).catch(() => undefined));
    const client = new RawConnection(port);
    client.send(`${POST}hello`);
    await later(20);
    client.socket.end();
    await client.untilEnd();
    expect(client.received).toMatch(/^HTTP\/1.1 400 /);
  });

  it('in the middle of a head is let go', async () => {
    const listener = await serve((exchange) => text(exchange, 'ok'));
    const client = new RawConnection(listener.port);
    client.send('GET / HTTP/1.1\r\nHo');
    client.socket.end();
    await client.untilEnd();
    expect(client.received).toBe('');
    while (listener.connections > 0) await later(10);
  });
});

describe('a greedy client', () => {
  it('is not read on while its requests pile up', async () => {
    const { port } = await serve(() => undefined);
    const client = new RawConnection(port);
    const requests = GET.repeat(1_000_000);
    client.socket.write(requests);
    await later(300);
    // What is not read stays in the sender: the kernel's buffers and ours together hold a few megabytes.
    expect(client.socket.writableLength).toBeGreaterThan(requests.length / 2);
  });

  it('that reads no answers gets no more of them', async () => {
    let served = 0;
    const { port } = await serve((exchange) => {
      served++;
      exchange.respond(200, [], Buffer.alloc(16_000));
    });
    const client = new RawConnection(port);
    client.socket.pause();
    client.socket.write(GET.repeat(20_000));
    await later(300);
    expect(served).toBeLessThan(2_000);
    client.keeps = false;
    client.socket.resume();
    await client.until(() => client.bytes > 20_000 * 16_000);
    expect(served).toBe(20_000);
  });
});

it('keeps nothing of a thousand clients that came and went badly', async () => {
  const listener = await serve((exchange) => {
    exchange.readBody(100).catch(() => undefined);
    setTimeout(() => text(exchange, 'ok'), 20);
  });
  const openings = ['', 'GET /', GET, `${POST}hell`, '\0', 'GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n'];
  for (let round = 0; round < 10; round++) {
    const clients = Array.from({ length: 100 }, () => new RawConnection(listener.port));
    for (const [place, client] of clients.entries()) client.send(openings[place % openings.length] ?? '');
    await later(10);
    for (const [place, client] of clients.entries()) {
      if (place % 2 === 0) client.socket.destroy();
      else client.socket.resetAndDestroy();
    }
  }
  const untilMs = performance.now() + 3_000;
  while (listener.connections > 0 && performance.now() < untilMs) await later(10);
  expect(listener.connections).toBe(0);
});
