type Act = () => void;

/** What runs when this turn has read all that had come, and what runs after that. */
let ends: Act[] = [];
let lasts: Act[] = [];
let isPlanned = false;

/**
 * Runs at the end of this turn of the event loop: all that had come when it began has been read by then. Those of one turn run in a row,
 * in the order in which they were given.
 */
export function atEndOfTurn(act: Act): void {
  ends.push(act);
  plan();
}

/**
 * Runs as the last of this turn: after what is given to {@link atEndOfTurn}, and after all promises that are settled by it. An immediate
 * would run a turn later, behind all that has come meanwhile.
 */
export function lastInTurn(act: Act): void {
  lasts.push(act);
  plan();
}

function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  setImmediate(endTurn);
}

function endTurn(): void {
  if (ends.length === 0) {
    finishTurn();
    return;
  }
  const acts = ends;
  ends = [];
  // All microtasks run before the next tick: whatever goes on at once when a promise is settled has done so by then.
  queueMicrotask(() => process.nextTick(finishTurn));
  for (const act of acts) act();
}

function finishTurn(): void {
  isPlanned = false;
  const acts = lasts;
  lasts = [];
  if (ends.length > 0) plan();
  for (const act of acts) act();
}
