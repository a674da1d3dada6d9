/** The stages of a run, each begun anew for every run: rows are pushed through, and held where an order or a sum needs it. */
export { group } from './group.ts';
export { type NewStage, type Stage, through } from './stage.ts';
export { type Top, top } from './top.ts';
