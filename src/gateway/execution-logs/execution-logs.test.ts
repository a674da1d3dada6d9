import { describe, expect, it } from 'vitest';
import type { MethodSetting, Stage } from '../../model/index.ts';
import { closing } from '../testing/cleanup.ts';
import { startBackend, startGateway } from '../testing/harness.ts';
import { TestLogSink } from '../testing/log-sink.ts';
import { integration, methodSetting } from '../testing/snapshots.ts';

// Telemetry E.3, features A12.3; the lines themselves are held in `tracing/execution-log/`.
const keep = closing();
const GROUP = 'API-Gateway-Execution-Logs_api1234567/dev';

async function start(settings: Readonly<Record<string, MethodSetting>>, stage: Partial<Stage> = {}) {
  const sink = new TestLogSink();
  const backend = await keep(startBackend(() => ({ body: 'answer' })));
  const methodIntegration = integration({ type: 'HTTP_PROXY', uri: backend.url, httpMethod: 'POST' });
  const draws = [0, 0.9];
  const harness = await keep(
    startGateway(
      {
        methods: { '/a': { ANY: { methodIntegration } }, '/b': { ANY: { methodIntegration } } },
        stage: { methodSettings: settings, ...stage },
      },
      undefined,
      undefined,
      undefined,
      { logs: () => sink, random: () => draws.shift() ?? 1 },
    ),
  );
  return { ...harness, sink };
}

const info = (change: Partial<MethodSetting> = {}) => methodSetting({ loggingLevel: 'INFO', ...change });

describe('the execution log of a stage', () => {
  it('has what the settings of the method want: levels, and bodies only with a data trace', async () => {
    const { call, sink } = await start({
      '*/*': info(),
      '~1b/ANY': info({ dataTraceEnabled: true }),
    });
    const plain = await call('/a', { method: 'POST', body: 'question' });
    const full = await call('/b', { method: 'POST', body: 'question' });
    const idOf = (answer: typeof plain) => answer.headers['x-amzn-requestid'];
    const all = await sink.messages(GROUP, 20);
    const ofPlain = all.filter((message) => message.startsWith(`(${idOf(plain)})`));
    expect(ofPlain.at(-1)).toBe(`(${idOf(plain)}) Method completed with status: 200`);
    expect(ofPlain.join()).not.toContain('question');
    const ofFull = all.filter((message) => message.startsWith(`(${idOf(full)})`));
    expect(ofFull).toContain(`(${idOf(full)}) Method request body before transformations: question`);
    expect(ofFull).toContain(`(${idOf(full)}) Method response body after transformations: answer`);
    const [first] = sink.events;
    expect(first?.logStream).toMatch(/^[0-9a-f]{32}$/);
    expect(Math.abs((first?.timestamp ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('is not there for methods that log nothing, nor for requests that find none', async () => {
    const { call, sink } = await start({ '~1b/ANY': info() });
    await call('/a');
    await call('/nothing');
    expect(sink.events).toEqual([]);
  });

  it('of a canary is in its own group, too (fact D119)', async () => {
    const { call, sink } = await start(
      { '*/*': info() },
      { canarySettings: { percentTraffic: 50, deploymentId: 'dep456', useStageCache: false } },
    );
    const byCanary = (await call('/a')).headers['x-amzn-requestid'];
    const byStage = (await call('/a')).headers['x-amzn-requestid'];
    const canary = await sink.messages(`${GROUP}/Canary`, 5);
    expect(canary.every((message) => message.startsWith(`(${byCanary})`))).toBe(true);
    const all = await sink.messages(GROUP, canary.length * 2);
    expect(all.some((message) => message.startsWith(`(${byStage})`))).toBe(true);
    expect(all).toEqual(expect.arrayContaining([...canary]));
  });
});
