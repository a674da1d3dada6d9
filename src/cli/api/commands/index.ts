import { type Command, Option } from 'commander';
import type { CommandIo } from '../../command-io.ts';
import type { CorsChoices } from '../cors/index.ts';
import { listApis } from './apis.ts';
import { type CommandContext, type CommonOptions, contextOf, withConnection } from './command.ts';
import { enableCors, WIZARD_HEADERS } from './cors.ts';
import { deployApi } from './deploy.ts';
import { diffApi } from './diff.ts';
import { type ExplainOptions, explain } from './explain.ts';
import { exportApi } from './export.ts';
import { importFile } from './import.ts';
import { listRequests, type RequestsOptions } from './requests.ts';
import { rollbackStage } from './rollback.ts';
import { listRoutes } from './routes.ts';

/** Commands about APIs: clients of the public API like any other, for a server here or anywhere. */
export function addApiCommands(program: Command, io: CommandIo): void {
  const command = (name: string, summary: string): Command =>
    withConnection(program.command(name).description(summary));
  const stage = ['--stage <name>', 'the stage; may be left out where an API has one'] as const;
  const one =
    <Options>(run: (context: CommandContext, argument: string, options: Options) => Promise<void>) =>
    async (argument: string, options: Options & CommonOptions) =>
      run(await contextOf(options, io), argument, options);

  command('apis', 'List APIs with their stages.').action(async (options: CommonOptions) =>
    listApis(await contextOf(options, io)),
  );
  command('routes', 'List the methods of an API, what guards them and where they lead.')
    .argument('<api>', 'id or name')
    .action(one(listRoutes));
  command('import', 'Make an API of an OpenAPI file, or change one.')
    .argument('<file>', 'OpenAPI 3.0 or Swagger 2.0, JSON or YAML')
    .option('--api <api>', 'change this API (id or name) instead of making one')
    .addOption(new Option('--mode <mode>', 'how it is changed').choices(['merge', 'overwrite']).default('merge'))
    .addOption(
      new Option('--basepath <mode>', 'what becomes of the file’s base path')
        .choices(['ignore', 'prepend', 'split'])
        .default('ignore'),
    )
    .option('--fail-on-warnings', 'leave everything as it is where the file gives cause for a warning')
    .option('--stage <name>', 'deploy to this stage')
    .action(one(importFile));
  command('export', 'Write what a stage serves as an OpenAPI file.')
    .argument('<api>', 'id or name')
    .option(...stage)
    .option('--working', 'the API as it is now, deployed or not')
    .addOption(new Option('--type <type>', 'the file’s form').choices(['oas30', 'swagger']).default('oas30'))
    .option('--yaml', 'YAML instead of JSON')
    .addOption(
      new Option('--extensions <kind>', 'which extensions of API Gateway’s are written')
        .choices(['apigateway', 'integrations', 'authorizers', 'postman', 'none'])
        .default('apigateway'),
    )
    .option('--output <file>', 'a file instead of standard output')
    .action(one(exportApi));
  command('deploy', 'Freeze an API as it is and let a stage serve it.')
    .argument('<api>', 'id or name')
    .requiredOption('--stage <name>', 'the stage; made where it is not there yet')
    .option('--description <text>', 'kept with the deployment')
    .action(one(deployApi));
  command('rollback', 'Let a stage serve an older deployment again.')
    .argument('<api>', 'id or name')
    .option(...stage)
    .option('--to <deployment>', 'the deployment’s id; the one before the current where it is left out')
    .action(one(rollbackStage));
  command('diff', 'Tell what differs between a deployment and the API as it is now, or another deployment.')
    .argument('<api>', 'id or name')
    .option(...stage)
    .option('--from <deployment>', 'the deployment’s id; the one that the stage serves where it is left out')
    .option('--to <deployment>', 'the deployment’s id; the API as it is now where it is left out')
    .action(one(diffApi));
  command('requests', 'List requests of a moment ago: those that failed, and some of the others.')
    .argument('[api]', 'id or name; of every API where it is left out')
    .option('--stage <name>', 'of this stage alone')
    .option('--key <id>', 'that came with this API key alone: its id, not its value')
    .option('--limit <number>', 'at most so many, up to 1000', '50')
    .action(async (api: string | undefined, options: RequestsOptions & CommonOptions) =>
      listRequests(await contextOf(options, io), api, options),
    );
  command('explain', 'Show every phase of a request: one that requests lists, or one that is sent for it.')
    .argument('[what...]', 'the request’s id; or with --api its verb and its path below the stage')
    .option('--api <api>', 'send a request to this API (id or name)')
    .option(...stage)
    .option('-H, --header <header>', '"Name: value"; may be given several times', gathered, [])
    .option('-d, --data <text>', 'the body; @FILE for what a file holds')
    .option('--source-ip <address>', 'whom the request is to come from')
    .option('--show-bodies', 'show what bodies and an authorizer’s context hold')
    .action(async (what: readonly string[], options: ExplainOptions & CommonOptions) =>
      explain(await contextOf(options, io), what, options),
    );
  const cors = program.command('cors').description('Let pages of other origins call an API.');
  withConnection(cors.command('enable').description('Write what the console’s wizard writes for a resource.'))
    .argument('<api>', 'id or name')
    .argument('<path>', 'the resource, such as /pets/{id}')
    .option('--origin <origin>', 'who may call', '*')
    .option('--headers <names>', 'headers that a page may send, with commas between them', WIZARD_HEADERS)
    .option('--methods <verbs>', 'methods that a page may use; those of the resource where they are left out')
    .action(async (api: string, path: string, options: CorsChoices & CommonOptions) =>
      enableCors(await contextOf(options, io), api, path, options),
    );
}

function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
