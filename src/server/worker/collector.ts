import { setFlagsFromString } from 'node:v8';

/** Sets V8's garbage collector up for a process that answers requests and keeps little (docs/decisions/0039). */
export function setUpCollector(): void {
  // Lets V8 fill most of the room that it has given old objects before it begins to collect them. Left alone it begins as soon as that
  // room is less than the one for new objects, which under load is always so, for a worker has few old ones: every few seconds, with
  // pauses of 2 to 8 ms, in the middle of somebody's request.
  setFlagsFromString('--incremental-marking-soft-trigger=80');
  // New objects are collected without other threads: of 13 MB some 0.1 MB lives on, which takes one thread half a millisecond. A thread that
  // helped would be waited for, and on a busy machine it is 4 ms before a processor takes it up.
  setFlagsFromString('--no-parallel-scavenge');
}
