import type { Resource } from '../../../model/index.ts';
import { StartError } from '../../../server/index.ts';
import { allowOrigin, allowOriginOfErrors, type CorsChoices, corsHeadersOf, writePreflight } from '../cors/index.ts';
import { findApi } from '../names.ts';
import type { CommandContext } from './command.ts';

/** What the console's wizard proposes (guide: "Enable CORS on a resource"). */
export const WIZARD_HEADERS = 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token';

/** `sallyport cors enable API PATH`: lets pages of other origins call a resource. Run again, it changes nothing but the headers. */
export async function enableCors(
  { client, tell }: CommandContext,
  idOrName: string,
  resourcePath: string,
  choices: CorsChoices,
): Promise<void> {
  const api = await findApi(client, idOrName);
  const resources = await client.list<Resource>(`/restapis/${api.id}/resources`, { embed: 'methods' });
  const resource = resources.find(({ path }) => path === resourcePath);
  if (resource === undefined) {
    throw new StartError(`${api.name} has no resource ${resourcePath}; sallyport routes ${api.id} lists its methods.`);
  }
  const { OPTIONS: options, ...methods } = resource.resourceMethods ?? {};
  const headers = corsHeadersOf(choices, Object.keys(methods));
  const place = (verb: string): string => `/restapis/${api.id}/resources/${resource.id}/methods/${verb}`;

  await writePreflight(client, { path: place('OPTIONS'), ...(options && { method: options }) }, headers);
  const unchanged: { method: string; reason: string }[] = [];
  for (const [verb, method] of Object.entries(methods)) {
    const reason = await allowOrigin(client, { path: place(verb), method }, choices.origin);
    if (reason !== undefined) unchanged.push({ method: verb, reason });
  }
  await allowOriginOfErrors(client, api.id, choices.origin);

  const lines = [
    `${resourcePath} of ${api.name} can be called from ${choices.origin === '*' ? 'every origin' : choices.origin}.`,
    ...unchanged.map(({ method, reason }) => `Not changed: ${method} ${reason}.`),
    `Not deployed; sallyport deploy ${api.id} --stage NAME does it.`,
  ];
  tell(`${lines.join('\n')}\n`, { restApiId: api.id, resourceId: resource.id, headers, unchanged });
}
