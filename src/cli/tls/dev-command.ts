import { resolve } from 'node:path';
import { layoutOf, loadDevCertificates, loadSettings, StartError } from '../../server/index.ts';
import type { CommandIo } from '../command-io.ts';
import { trustHelp } from './trust-help.ts';

/**
 * `sallyport tls dev`: makes the development authority and a certificate by it, or finds them, and prints how to trust it.
 * No server needs to run; one that does shows the new certificate within a minute.
 * @param args `--name HOST` for each further host name, and the flags of `start`, of which the data directory counts here
 * @throws {StartError}
 */
export async function tlsDevCommand(args: readonly string[], io: CommandIo): Promise<void> {
  const { names, rest } = takeNames(args);
  const settings = await loadSettings(rest, io);
  if (settings.ephemeral) throw new StartError('An ephemeral Sallyport keeps no certificates; leave --ephemeral out.');
  const { DEV_NAMES, devCertificate, isPrivateName } = await loadDevCertificates();
  const refused = names.find((name) => !isPrivateName(name));
  if (refused !== undefined) {
    throw new StartError(
      `--name is ${JSON.stringify(refused)}; allowed is a name below localhost, test, local, internal or home.arpa, or a private address.`,
    );
  }
  const made = await devCertificate({
    directory: layoutOf(resolve(settings.dataDirectory)).tlsDirectory,
    names: [...DEV_NAMES, ...names.map((name) => name.toLowerCase())],
    nowMs: Date.now(),
  });
  const until = new Date(made.notAfterMs).toISOString().slice(0, 10);
  io.print(
    `The development certificate is for ${made.names.join(', ')}, and is renewed before it ends on ${until}.\n` +
      `${made.isNewAuthority ? 'A new certificate authority' : 'The certificate authority'} lies in ${made.authorityFile}\n` +
      'It can vouch for local and private names only. To trust it:\n\n' +
      trustHelp(made.authorityFile, process.platform),
  );
}

function takeNames(args: readonly string[]): { readonly names: readonly string[]; readonly rest: readonly string[] } {
  const names: string[] = [];
  const rest: string[] = [];
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--name') names.push(left.shift() ?? '');
    else if (arg.startsWith('--name=')) names.push(arg.slice('--name='.length));
    else rest.push(arg);
  }
  return { names, rest };
}
