import { setFlagsFromString } from 'node:v8';

/**
 * Lets the young generation be collected without helping threads (docs/decisions/0039). Of a worker's objects few survive, so a helper saves
 * little; but the worker waits for it, and on a machine that is busy the helper waits for a core.
 */
export function collectAlone(): void {
  setFlagsFromString('--no-parallel-scavenge');
}
