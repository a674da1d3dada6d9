/** `sallyport explain-access`: who may call what, and which policy says so; a client of the public API like any other. */
export { addExplainAccessCommand } from './command.ts';
