/**
 * `npm run fuzz -- http [SECONDS [FIRST_SEED]]`: compares the engine with Node's parser on random streams until the time is
 * over (a minute unless told), and tells the first that they read differently.
 */
import { fuzz } from './run.ts';

const [target = 'http', seconds = '60', firstSeed = String(Date.now() % 1_000_000_000)] = process.argv.slice(2);
if (target !== 'http') {
  process.stderr.write(
    `There is no fuzz target called ${target}. Usage: npm run fuzz -- http [SECONDS [FIRST_SEED]]\n`,
  );
  process.exit(1);
}
const BATCH = 1_000;
const untilMs = performance.now() + Number(seconds) * 1000;
let seed = Number(firstSeed);
while (performance.now() < untilMs) {
  const finding = await fuzz(seed, BATCH);
  if (finding !== undefined) {
    process.stderr.write(`Seed ${finding.seed}: ${finding.what}\n${JSON.stringify(finding.stream)}\n`);
    process.exit(1);
  }
  seed += BATCH;
}
process.stdout.write(`${seed - Number(firstSeed)} streams from seed ${firstSeed} on, read alike.\n`);
