/** When things happen within a turn of the event loop, and how much of it at a time. */
export { atEndOfTurn, lastInTurn } from './end-of-turn.ts';
export { PacedWork } from './paced-work.ts';
