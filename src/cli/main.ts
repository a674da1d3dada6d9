#!/usr/bin/env node
/** The `sallyport` command. */
import { nodeVersionProblem } from './node-version.ts';
import { spareMemory } from './start-memory.ts';

const problem = nodeVersionProblem(process.versions.node);
if (problem === undefined) {
  spareMemory();
  // Only now: what follows may use what an older Node.js does not know.
  const { runCommand } = await import('./run-command.ts');
  await runCommand(process.argv.slice(2));
} else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
