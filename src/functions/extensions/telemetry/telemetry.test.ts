import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXTENSION_LIMITS } from '../limits.ts';
import type { Subscription } from './subscription.ts';
import { Telemetry } from './telemetry.ts';
import type { TelemetryEvent } from './telemetry-event.ts';

let server: Server;
let batches: TelemetryEvent[][];
/** How the subscriber answers; 200 when it is empty. */
let statuses: number[];
let telemetry: Telemetry;

beforeEach(async () => {
  batches = [];
  statuses = [];
  telemetry = new Telemetry(() => 0);
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const status = statuses.shift() ?? 200;
      if (status === 200) batches.push(JSON.parse(text));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  telemetry.close();
  await new Promise((resolve) => server.close(resolve));
});

function subscribe(more: Partial<Subscription> = {}): void {
  const { port } = server.address() as AddressInfo;
  const buffering = { maxItems: 1_000, maxBytes: 262_144, timeoutMs: 25 };
  telemetry.subscribe('one', { types: ['platform', 'function'], ...buffering, port, path: '/', ...more });
}
const records = () => batches.flat().map(({ type, record }) => [type, record]);

test('who subscribes in the init phase gets what was before, of the types that it asked for', async () => {
  telemetry.emit('platform.initStart', { phase: 'init' });
  telemetry.emit('extension', 'not asked for');
  subscribe();
  telemetry.endInit();
  telemetry.emit('function', 'later');
  await telemetry.flush();
  expect(records()).toEqual([
    ['platform.initStart', { phase: 'init' }],
    ['function', 'later'],
  ]);
});

test('a batch that is not taken is sent again', async () => {
  subscribe();
  statuses = [500, 503];
  telemetry.emit('function', 'once');
  await telemetry.flush();
  expect(records()).toEqual([['function', 'once']]);
});

// Lambda guide, "Telemetry API", `platform.logsDropped`.
test('what is more than the buffer holds is dropped, counted and told', async () => {
  subscribe();
  const line = 'x'.repeat(100_000);
  for (let count = 0; count < 10; count++) telemetry.emit('function', line);
  await telemetry.flush();
  await expect.poll(() => records().map(([type]) => type)).toContain('platform.logsDropped');
  const lines = records().filter(([type]) => type === 'function');
  const [, dropped] = records().find(([type]) => type === 'platform.logsDropped') ?? [];
  expect(dropped).toMatchObject({ droppedRecords: 10 - lines.length });
  expect(lines.length).toBeLessThan(10);
});

test('an init phase that prints without end costs bounded memory', async () => {
  const { characters } = EXTENSION_LIMITS.early;
  const line = 'x'.repeat(characters / 4);
  for (let count = 0; count < 100; count++) telemetry.emit('function', line);
  subscribe({ maxBytes: 1_048_576 });
  await telemetry.flush();
  expect(records()).toHaveLength(4);
});
