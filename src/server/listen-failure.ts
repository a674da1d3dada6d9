import { StartError } from './start-error.ts';

/** What an operator can do about each of the system's reasons (listen(2), bind(2)). */
const WORDS: Readonly<Record<string, (port: number, host: string, flag: string) => string>> = {
  EADDRINUSE: (port, host, flag) =>
    `Port ${port} on ${host} is taken by another program; end that one, or choose another port with ${flag}.`,
  EACCES: (port, host, flag) =>
    `This user may not open port ${port} on ${host}; choose a port above 1023 with ${flag}.`,
  EADDRNOTAVAIL: (_port, host) => `The address ${host} is not one of this machine; choose another with --host.`,
  ENOTFOUND: (_port, host) => `The host name ${host} has no address; choose another with --host.`,
};

/** One sentence for a port that could not be opened. */
export function listenFailure(code: string, port: number, host: string, flag: string): StartError {
  const words = WORDS[code] ?? (() => `Port ${port} on ${host} cannot be opened (${code}).`);
  return new StartError(words(port, host, flag));
}
