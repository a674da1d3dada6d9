/**
 * `npm run fuzz -- TARGET [SECONDS [FIRST_SEED]]`: goes on with random inputs until the time is over (a minute unless told),
 * and tells the first that is not treated as it should be. `http` compares the engine with Node's parser; `mapping` sends
 * requests through random templates and parameter mappings; `vtl`, `jsonpath`, `log-patterns` and `log-insights` hold the languages to
 * their own errors and bounds.
 */
import { fuzz as fuzzHttp } from './http/run.ts';
import { fuzz as fuzzJsonPath } from './jsonpath/run.ts';
import { fuzz as fuzzLogPatterns } from './logs/run-patterns.ts';
import { fuzz as fuzzLogInsights } from './logs/run-queries.ts';
import { fuzz as fuzzMapping } from './mapping/run.ts';
import { fuzz as fuzzVtl } from './vtl/run.ts';

interface Finding {
  readonly seed: number;
  readonly what: string;
}

const TARGETS: Readonly<
  Record<string, { readonly batch: number; run(firstSeed: number, count: number): Promise<Finding | undefined> }>
> = {
  http: { batch: 1_000, run: fuzzHttp },
  jsonpath: { batch: 10_000, run: fuzzJsonPath },
  'log-insights': { batch: 5_000, run: fuzzLogInsights },
  'log-patterns': { batch: 5_000, run: fuzzLogPatterns },
  mapping: { batch: 200, run: fuzzMapping },
  vtl: { batch: 500, run: fuzzVtl },
};

const [name = 'http', seconds = '60', firstSeed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
const target = TARGETS[name];
if (target === undefined) {
  const names = Object.keys(TARGETS).join(' | ');
  process.stderr.write(
    `There is no fuzz target called ${name}. Usage: npm run fuzz -- ${names} [SECONDS [FIRST_SEED]]\n`,
  );
  process.exit(1);
}
const untilMs = performance.now() + Number(seconds) * 1000;
let seed = Number(firstSeed);
while (performance.now() < untilMs) {
  const finding = await target.run(seed, target.batch);
  if (finding !== undefined) {
    process.stderr.write(`${JSON.stringify(finding, undefined, 2)}\n`);
    process.exit(1);
  }
  seed += target.batch;
}
process.stdout.write(`${seed - Number(firstSeed)} inputs from seed ${firstSeed} on, and nothing found.\n`);
