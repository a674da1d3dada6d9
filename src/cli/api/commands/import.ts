import { readFile } from 'node:fs/promises';
import type { RestApi } from '../../../model/index.ts';
import { StartError } from '../../../server/index.ts';
import { findApi } from '../names.ts';
import type { CommandContext } from './command.ts';
import { deploy } from './deploy.ts';

export interface ImportOptions {
  /** Changes this API instead of making one. */
  readonly api?: string;
  readonly mode: 'merge' | 'overwrite';
  readonly basepath: 'ignore' | 'prepend' | 'split';
  readonly failOnWarnings?: true;
  /** Deploys to this stage. */
  readonly stage?: string;
}

/** `sallyport import FILE`: makes an API of an OpenAPI file, or changes one, and deploys it where a stage is named. */
export async function importFile(context: CommandContext, file: string, options: ImportOptions): Promise<void> {
  const { client, tell } = context;
  const body = await readFile(file).catch((error: unknown) => {
    throw new StartError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  });
  const target = options.api === undefined ? undefined : await findApi(client, options.api);
  const query = { basepath: options.basepath, failonwarnings: options.failOnWarnings ? 'true' : undefined };
  const api = await client.call<RestApi & { readonly warnings?: readonly string[] }>(
    target === undefined
      ? { method: 'POST', path: '/restapis', query: { ...query, mode: 'import' }, body }
      : { method: 'PUT', path: `/restapis/${target.id}`, query: { ...query, mode: options.mode }, body },
  );
  const { id, name, warnings = [] } = api;
  const deployed = options.stage === undefined ? undefined : await deploy(context, id, options.stage, undefined);
  const lines = [
    `${target === undefined ? 'Imported' : 'Changed'} ${name} (${id}).`,
    ...warnings.map((warning) => `Warning: ${warning}`),
    deployed === undefined
      ? `Not deployed; sallyport deploy ${id} --stage NAME does it.`
      : `Deployed to ${options.stage} (deployment ${deployed.id}).`,
  ];
  tell(`${lines.join('\n')}\n`, { id, name, warnings, ...(deployed && { deploymentId: deployed.id }) });
}
