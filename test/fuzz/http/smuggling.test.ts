import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disagreement } from './compare.ts';
import { readWithEngine } from './engine-reading.ts';
import { type Nginx, nginxInstalled, startNginx } from './nginx.ts';
import { ATTACKS } from './smuggling.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the engine refuses, or frames as Node does', () => {
  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    const { requests, refusal } = readWithEngine(bytes(attack.stream), []);
    expect(requests.map(({ target }) => target)).toEqual(attack.taken);
    expect(refusal !== undefined).toBe(attack.refused);
    expect(await disagreement(bytes(attack.stream), [1, 1, 1])).toBeUndefined();
  });
});

describe.skipIf(!nginxInstalled())('what the engine takes whole, nginx frames alike', () => {
  let nginx: Nginx;
  beforeAll(async () => {
    nginx = await startNginx();
  });
  afterAll(() => nginx.stop());

  const whole = ATTACKS.filter((attack) => !attack.refused);
  it.each(whole.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    expect(await nginx.targets(bytes(attack.stream))).toEqual(attack.taken);
  });
});
