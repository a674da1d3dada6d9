import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from taking memory for work while the server starts (docs/decisions/0011). The optimising compiler takes 4 MB once it
 * has compiled a single function, and nothing that starting does runs long enough to be worth it. Room for new objects doubles
 * when many of them live on, as everything does that a start makes: 3 MB that idling has no use for.
 */
export function spareMemory(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** From now on V8 works as it does by default. */
export function workFreely(): void {
  setFlagsFromString('--opt');
  setFlagsFromString('--semi-space-growth-factor=2');
}
