/** Answers that go to the client as they come (`responseTransferMode: STREAM`; facts D69 to D71), whatever they come from. */
export { type StreamPace, streamPace } from './stream-pace.ts';
export { streamedBody } from './streamed-body.ts';
