import { readFile } from 'node:fs/promises';
import { StartError } from '../../server/index.ts';
import type { CommandContext } from '../api/commands/command.ts';
import { findApi } from '../api/names.ts';

/** What the command is given. */
export interface ExplainOptions {
  readonly caller: string;
  readonly action?: string;
  readonly resource: string;
  readonly api?: string;
  readonly stage: string;
  readonly method: string;
  readonly path: string;
  readonly time?: string;
  readonly ip?: string;
  readonly sessionPolicy?: string;
}

/** What is answered, as far as it is printed. */
interface Explained {
  readonly decision: string;
  readonly caller: { readonly arn?: string };
  readonly action: string;
  readonly resource: string;
  readonly resourcePath?: string;
  readonly authorizationType?: string;
  readonly sources: readonly { readonly source: string; readonly says: string }[];
  readonly statements: readonly { readonly policy: string; readonly type: string; readonly at: string }[];
  readonly missingKeys: readonly string[];
  readonly note?: string;
}

/** Says who may do something, and which policy says so. @throws {StartError} */
export async function explainAccess({ client, tell }: CommandContext, options: ExplainOptions): Promise<void> {
  const { caller, action, time, ip } = options;
  if (options.api === undefined && action === undefined)
    throw new StartError('Say what is asked: --action, or --api with --method and --path.');
  const { stage, method, path, resource } = options;
  const asked =
    options.api === undefined
      ? { action, resource }
      : { api: (await findApi(client, options.api)).id, stage, method, path };
  const sessionPolicy = options.sessionPolicy === undefined ? undefined : await textOf(options.sessionPolicy);
  const body = { caller, ...asked, time, ip, sessionPolicy };
  const answer = await client.call<Explained>({ method: 'POST', path: '/_sallyport/access', body });
  tell(inWords(answer), answer);
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new StartError(`${path} cannot be read.`, { cause: error });
  });
}

function inWords(answer: Explained): string {
  const { caller, action, resource, resourcePath, authorizationType } = answer;
  const lines = [
    `Decision   ${answer.decision}`,
    `Caller     ${caller.arn ?? 'anonymous'}`,
    `Action     ${action}`,
    `Resource   ${resource}`,
    ...(resourcePath === undefined ? [] : [`Method     ${resourcePath} (${authorizationType}), as the API is now`]),
    ...answer.sources.map(({ source, says }) => `Source     ${source}: ${says}`),
    ...answer.statements.map(({ policy, type, at }) => `Statement  ${policy} (${type}) at ${at}`),
    ...(answer.missingKeys.length > 0 ? [`Not known  ${answer.missingKeys.join(', ')}`] : []),
    ...(answer.note === undefined ? [] : [`Note       ${answer.note}`]),
  ];
  return `${lines.join('\n')}\n`;
}
