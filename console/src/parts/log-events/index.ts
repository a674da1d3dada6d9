/** Log events: searched for, and followed as they come. */
export { eventColumns } from './columns.tsx';
export { EventSearch } from './event-search.tsx';
export { Message } from './message.tsx';
export { useLiveTail } from './use-live-tail.ts';
