import { writeFile } from 'node:fs/promises';
import { findApi, findStage } from '../names.ts';
import type { CommandContext } from './command.ts';

export interface ExportOptions {
  readonly stage?: string;
  /** Exports the API as it is now instead of what a stage serves. */
  readonly working?: true;
  readonly type: 'oas30' | 'swagger';
  readonly yaml?: true;
  /** `apigateway` gives all that another import needs; `integrations`, `authorizers`, `postman`, `none`. */
  readonly extensions: string;
  /** A file; standard output where it is absent. */
  readonly output?: string;
}

/** `sallyport export API`: what a stage serves as an OpenAPI file. */
export async function exportApi(context: CommandContext, idOrName: string, options: ExportOptions): Promise<void> {
  const { client, tell, print } = context;
  const api = await findApi(client, idOrName);
  const stageName = options.working ? '$working' : (await findStage(client, api, options.stage)).stageName;
  const text = await client.text({
    path: exportPath(api.id, stageName, options.type),
    query: { extensions: options.extensions === 'none' ? undefined : options.extensions },
    accept: options.yaml ? 'application/yaml' : 'application/json',
  });
  if (options.output === undefined) {
    print(text.endsWith('\n') ? text : `${text}\n`);
    return;
  }
  await writeFile(options.output, text);
  tell(`Wrote ${options.output}.\n`, { file: options.output });
}

export function exportPath(apiId: string, stageName: string, type: string): string {
  return `/restapis/${apiId}/stages/${encodeURIComponent(stageName)}/exports/${type}`;
}
