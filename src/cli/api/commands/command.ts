import type { Command } from 'commander';
import type { CommandIo } from '../../command-io.ts';
import { type ApiClient, createApiClient } from '../client.ts';
import { type ConnectionOptions, connectionOf } from '../connection.ts';

/** What every command about APIs takes. */
export interface CommonOptions extends ConnectionOptions {
  readonly json?: true;
}

/** What a command has at hand while it runs. */
export interface CommandContext {
  readonly client: ApiClient;
  /** Says something for people; with `--json` the same as a value for programs. */
  tell(text: string, value: unknown): void;
  /** Prints bytes of the user's own, such as an exported file, as they are. */
  print(text: string): void;
  nowMs(): number;
}

/** Adds the options that say which server is called, and as whom. */
export function withConnection(command: Command): Command {
  return command
    .option('--endpoint-url <url>', 'the control API (AWS_ENDPOINT_URL; else the server of this machine)')
    .option('--region <region>', 'AWS_REGION, AWS_DEFAULT_REGION, else us-east-1')
    .option('--data-dir <path>', 'where root credentials are read from when AWS_ACCESS_KEY_ID is not set')
    .option('--json', 'print JSON for programs');
}

/** Connects as the options say. @throws {StartError} */
export async function contextOf(options: CommonOptions, io: CommandIo): Promise<CommandContext> {
  const nowMs = (): number => Date.now();
  return {
    client: createApiClient(await connectionOf(options, io), nowMs),
    tell: (text, value) => io.print(options.json ? `${JSON.stringify(value, undefined, 2)}\n` : text),
    print: io.print,
    nowMs,
  };
}
