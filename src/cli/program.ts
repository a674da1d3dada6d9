import { Command, CommanderError } from 'commander';
import { packageVersion } from '../package/index.ts';
import { StartError, settingsHelp } from '../server/index.ts';
import { addApiCommands } from './api/index.ts';
import type { CommandIo } from './command-io.ts';
import { credentialsCommand } from './credentials-command.ts';
import { addExplainAccessCommand } from './explain-access/index.ts';
import { startCommand } from './start-command.ts';

/**
 * The whole command with its help texts.
 * @param args what follows `sallyport`
 * @returns the exit code, 0 or 1
 * @throws {StartError}
 */
export async function runProgram(args: readonly string[], io: CommandIo): Promise<number> {
  try {
    await createProgram(io).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has printed what it has to say: a help text, the version, or what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    throw error;
  }
}

function createProgram(io: CommandIo): Command {
  const program = new Command('sallyport')
    .description('An API gateway that you run yourself and that speaks Amazon API Gateway.')
    .version(packageVersion())
    .configureOutput({ writeOut: io.print })
    .exitOverride();

  const withSettings = (
    name: string,
    summary: string,
    run: (args: readonly string[], io: CommandIo) => Promise<void>,
  ) =>
    program
      .command(name)
      .description(summary)
      .usage('[settings]')
      // The table of settings knows the flags, and reports all that is wrong at once.
      .allowUnknownOption()
      .allowExcessArguments()
      .addHelpText('after', () => `\n${settingsHelp()}`)
      .action((_options: unknown, command: Command) => run(command.args, io));

  withSettings('start', 'Serve the control API and the gateway until SIGTERM or Ctrl-C.', startCommand);
  withSettings(
    'credentials',
    'Print where the root credentials lie, and export lines for a shell.',
    credentialsCommand,
  );
  withSettings(
    'tls',
    'Make the development certificate (sallyport tls dev [--name HOST]) and print how to trust it.',
    async (rest, commandIo) => {
      const [what, ...flags] = rest;
      if (what !== 'dev') throw new StartError('Say which certificate: sallyport tls dev');
      const { tlsDevCommand } = await import('./tls/index.ts');
      await tlsDevCommand(flags, commandIo);
    },
  );
  withSettings(
    'rotate-master-key',
    'Seal the data directory with another master key (--to FILE); the server must not run.',
    async (rest, commandIo) => {
      const { rotateMasterKeyCommand } = await import('./rotate-master-key-command.ts');
      await rotateMasterKeyCommand(rest, commandIo);
    },
  );
  addApiCommands(program, io);
  addExplainAccessCommand(program, io);
  return program;
}
