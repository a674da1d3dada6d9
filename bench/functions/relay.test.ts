import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type Program } from '../support/compile.ts';
import { installed } from '../support/cores.ts';
import { costOf, type Relay, startEqualRelay, startRelay } from './relay.ts';

const CALLS = 400;
const COST = { gatewayUs: 1_000, instanceUs: 2_000 };

async function call(url: string): Promise<number> {
  for (let n = 0; n < CALLS / 4; n++) {
    const answers = await Promise.all(Array.from({ length: 4 }, () => fetch(url)));
    for (const answer of answers) expect(await answer.text()).toBe('hello');
  }
  return CALLS;
}

const costOfRelay = ({ pid, url }: Relay) => costOf(pid, pid, () => call(url));

// The kernel tells user and system time of each process in whole ticks of 10 ms, which is 25 us a call: less than four are lost of two instances.
describe.skipIf(!installed('cc', '--version'))('the relay (needs cc)', () => {
  let program: Program;
  beforeAll(() => {
    program = compile('functions/relay.c');
  });
  afterAll(() => program.remove());

  it('spends what it is told to, where it is told to', async () => {
    const relay = await startRelay(program, COST, 2);
    const { gatewayUs, instanceUs } = await costOfRelay(relay);
    await relay.stop();
    expect(gatewayUs).toBeGreaterThan(900);
    expect(instanceUs).toBeGreaterThan(1_850);
    expect(gatewayUs).toBeLessThan(1_500);
  });

  it('spends no more than something else, what its own system calls take among it', async () => {
    const relay = await startEqualRelay(program, COST, 2, call);
    const { gatewayUs } = await costOfRelay(relay);
    await relay.stop();
    expect(gatewayUs).toBeGreaterThan(850);
    expect(gatewayUs).toBeLessThan(1_150);
  });

  it('makes requests wait when all instances are busy, and answers each', async () => {
    const relay = await startRelay(program, { gatewayUs: 0, instanceUs: 20_000 }, 1);
    const beganMs = performance.now();
    await Promise.all(Array.from({ length: 5 }, () => fetch(relay.url)));
    await relay.stop();
    expect(performance.now() - beganMs).toBeGreaterThan(95);
  });
});
