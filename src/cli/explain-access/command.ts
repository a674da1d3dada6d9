import type { Command } from 'commander';
import { type CommonOptions, contextOf, withConnection } from '../api/commands/command.ts';
import type { CommandIo } from '../command-io.ts';
import { type ExplainOptions, explainAccess } from './explain.ts';

/** Adds `explain-access`. */
export function addExplainAccessCommand(program: Command, io: CommandIo): void {
  withConnection(
    program
      .command('explain-access')
      .description('Tell whether somebody may call a method or an AWS action, and which policy says so.')
      .requiredOption(
        '--caller <who>',
        'ARN, access key id or name of a user, ARN of a role or session (also of another account), root or anonymous',
      )
      .option('--api <api>', 'id or name of the API that is called')
      .option('--stage <name>', 'the stage', '*')
      .option('--method <verb>', 'the HTTP method', 'GET')
      .option('--path <path>', 'the path below the stage', '/')
      .option('--action <action>', 'instead of a method: an action such as lambda:GetFunction')
      .option('--resource <arn>', 'what the action is on', '*')
      .option('--time <time>', 'when, such as 2026-01-31T12:00:00Z; now where it is left out')
      .option('--ip <address>', 'the address that the call comes from')
      .option('--session-policy <file>', 'of a session: the policy that it was limited by when it began'),
  ).action(async (options: ExplainOptions & CommonOptions) => {
    await explainAccess(await contextOf(options, io), options);
  });
}
