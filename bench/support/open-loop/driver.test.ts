import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../cores.ts';
import { type LoadDriver, startDriver } from './driver.ts';

let stop: () => void = () => undefined;
afterEach(() => stop());

/** A server that answers at once but while it stands still. */
async function serve(options: { readonly status?: number; readonly closes?: boolean; readonly stallMs?: number } = {}) {
  const { status = 200, closes = false, stallMs = 0 } = options;
  let openFrom = 0;
  const server = createServer((_request, response) => {
    if (closes) response.setHeader('Connection', 'close');
    response.statusCode = status;
    const waitMs = openFrom - performance.now();
    if (waitMs > 0) setTimeout(() => response.end('{"id":1}'), waitMs);
    else response.end('{"id":1}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  setTimeout(() => {
    openFrom = performance.now() + stallMs;
  }, 300);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/users?limit=25`;
}

const LOAD = { connections: 8, ratePerSecond: 500, seconds: 1 };

describe.skipIf(!installed('cc', '--version'))('the load driver (needs cc)', () => {
  let driver: LoadDriver;
  beforeAll(() => {
    driver = startDriver();
  });
  afterAll(() => driver.stop());

  it('sends what is due and no more', async () => {
    const report = await driver.run({ url: await serve(), ...LOAD });
    expect(report).toMatchObject({ answered: 500, failed: 0 });
  });

  // A driver that waits would have 8 slow answers of 500, and a median and a p90 that show nothing.
  it('charges a server that stands still for every request that was due meanwhile', async () => {
    const report = await driver.run({ url: await serve({ stallMs: 600 }), ...LOAD });
    expect(report.answered).toBe(500);
    expect(report.p50Ms).toBeGreaterThan(50);
    expect(report.p99Ms).toBeGreaterThan(450);
  });

  it('does not take that for lateness of its own', async () => {
    const report = await driver.run({ url: await serve({ stallMs: 600 }), ...LOAD });
    expect(report.lateP99Ms).toBeLessThan(report.p99Ms / 2);
  });

  it('does not report its warm-up', async () => {
    const report = await driver.run({ url: await serve(), ...LOAD, seconds: 0.5, warmUpSeconds: 0.5 });
    expect(report).toMatchObject({ answered: 250, failed: 0 });
  });

  it('knows what is its own of that: nothing, when it is the server that stands still', async () => {
    const report = await driver.run({ url: await serve({ stallMs: 600 }), ...LOAD });
    expect(report.socketP99Ms).toBeGreaterThan(450);
    expect(report.socketP99Ms).toBeLessThan(report.p99Ms + 0.001);
  });

  it('counts errors as failed', async () => {
    const report = await driver.run({ url: await serve({ status: 503 }), ...LOAD });
    expect(report).toMatchObject({ answered: 500, failed: 500 });
  });

  it('goes on over new connections when the server closes them', async () => {
    const report = await driver.run({ url: await serve({ closes: true }), ...LOAD, ratePerSecond: 50 });
    expect(report).toMatchObject({ answered: 50, failed: 0 });
  });

  it('says when nobody listens', async () => {
    const url = await serve();
    stop();
    await expect(driver.run({ url, ...LOAD })).rejects.toThrow('takes no connections');
  });
});
