import { loadSettings, StartError } from '../server/index.ts';
import type { CommandIo } from './command-io.ts';
import { controlUrlOf, rootCredentialsOf } from './root-credentials.ts';

/**
 * `sallyport credentials`: prints where the root credentials lie, and what a shell needs to use them:
 * `eval "$(sallyport credentials)"`. No server needs to run.
 * @param args the flags of `start`, of which those that say where things are count here, and `--account ID` for another account
 * @throws {StartError}
 */
export async function credentialsCommand(args: readonly string[], io: CommandIo): Promise<void> {
  const at = args.indexOf('--account');
  const account = at < 0 ? undefined : args[at + 1];
  if (at >= 0 && !/^\d{12}$/.test(account ?? '')) throw new StartError('Say which: sallyport credentials --account ID');
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + 2)];
  const settings = await loadSettings(rest, io);
  const { where, credentials } = await rootCredentialsOf(settings, account);
  const url = controlUrlOf(settings);
  const lines = [
    `# Root credentials from ${where}`,
    `export AWS_ACCESS_KEY_ID=${quoted(credentials.accessKeyId)}`,
    `export AWS_SECRET_ACCESS_KEY=${quoted(credentials.secretAccessKey)}`,
    // Any region will do, but the clients insist on one.
    `export AWS_DEFAULT_REGION="\${AWS_DEFAULT_REGION:-us-east-1}"`,
  ];
  if (url !== undefined) lines.push(`export AWS_ENDPOINT_URL=${quoted(url)}`);
  io.print(`${lines.join('\n')}\n`);
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
