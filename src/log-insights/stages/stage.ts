import type { Row, RunContext } from '../row.ts';

/** A part of a run: takes rows, one after the other, and hands them on. */
export interface Stage {
  push(row: Row): void;
  /** There are no more rows. */
  finish(): void;
  /** Nothing that could still come would change what this stage hands on. */
  readonly isFull: boolean;
}

/** Begins a stage for one run. */
export type NewStage = (next: Stage, context: RunContext) => Stage;

/** A stage that holds nothing back. @param apply may change the row, and hands it on */
export function through(apply: (row: Row, push: (row: Row) => void) => void): NewStage {
  return (next) => {
    const push = (row: Row) => next.push(row);
    return {
      push: (row) => apply(row, push),
      finish: () => next.finish(),
      get isFull() {
        return next.isFull;
      },
    };
  };
}
