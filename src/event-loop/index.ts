/** When things happen within a turn of the event loop. */
export { atEndOfTurn, lastInTurn } from './end-of-turn.ts';
