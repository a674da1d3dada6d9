/**
 * How the platform and the runtimes of ours speak: the words of the Lambda Runtime API as frames on a socket pair, which an instance
 * is born with (file descriptor 3). Runtimes of others speak HTTP (`runtime-api.ts`); decision 0024 says what the difference is.
 */
export { openChannel, serveChannel } from './channel.ts';
