/** Answers of functions that stream, on their way from the control process to the gateway worker that asked for them. */
export { type AnswerPiece, createStreamDesk, type StreamCalls, type StreamDesk, type StreamHead } from './desk.ts';
export { streamingOver } from './over-link.ts';
