import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 fill most of the room that it has given old objects before it begins to collect them. Left alone it begins as soon as that
 * room is less than the one for new objects, which under load is always so, for a worker has few old ones: every few seconds, with
 * pauses of 2 to 8 ms, in the middle of somebody's request (docs/decisions/0039).
 */
export function collectOldSeldom(): void {
  setFlagsFromString('--incremental-marking-soft-trigger=80');
}
