import { loadSettings, rotateMasterKey, StartError } from '../server/index.ts';
import type { CommandIo } from './command-io.ts';

/**
 * `sallyport rotate-master-key --to FILE`: seals the data directory with another master key. The server must not run.
 * @param args `--to FILE` and the flags of `start` that say where the data directory and its key are
 * @throws {StartError}
 */
export async function rotateMasterKeyCommand(args: readonly string[], io: CommandIo): Promise<void> {
  const at = args.indexOf('--to');
  const to = at < 0 ? undefined : args[at + 1];
  if (to === undefined) throw new StartError('Say where the new key is to lie: sallyport rotate-master-key --to FILE');
  const settings = await loadSettings([...args.slice(0, at), ...args.slice(at + 2)], io);
  await rotateMasterKey(settings, to);
  io.print(`The data directory is sealed with the key in ${to} now; start with --master-key-file ${to}.\n`);
}
