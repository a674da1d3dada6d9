/** So many characters of a text, or items of a list, count as one step of what works on them. */
export const CHARACTERS_A_STEP = 16;

/** Takes the steps of the rendering that runs; there is one at a time, as none waits for anything. */
let meter: ((steps: number) => void) | undefined;

/** Runs a rendering whose values count what work they are. @param spend throws when none may be done any more */
export function metered(spend: (steps: number) => void, run: () => void): void {
  const before = meter;
  meter = spend;
  try {
    run();
  } finally {
    meter = before;
  }
}

/** Counts work that grows with values: no statement of a template shows it. */
export function work(characters: number): void {
  meter?.(characters / CHARACTERS_A_STEP);
}
