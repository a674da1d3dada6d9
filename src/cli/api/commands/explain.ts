import { readFile } from 'node:fs/promises';
import type { ExplainedRequest } from '../../../model/index.ts';
import { StartError } from '../../../server/index.ts';
import { printExplained } from '../explained/index.ts';
import { findApi, findStage } from '../names.ts';
import type { CommandContext } from './command.ts';

export interface ExplainOptions {
  readonly api?: string;
  readonly stage?: string;
  /** `Name: value`. */
  readonly header: readonly string[];
  /** The body, or `@FILE`. */
  readonly data?: string;
  readonly sourceIp?: string;
  readonly showBodies?: true;
}

/** `sallyport explain REQUEST_ID`, or `sallyport explain --api API METHOD PATH`, which sends a request and explains it. */
export async function explain(
  context: CommandContext,
  args: readonly string[],
  options: ExplainOptions,
): Promise<void> {
  const request =
    options.api === undefined ? await remembered(context, args, options) : await sent(context, args, options);
  context.tell(printExplained(request), request);
}

async function remembered(
  { client }: CommandContext,
  [requestId, ...others]: readonly string[],
  { showBodies }: ExplainOptions,
): Promise<ExplainedRequest> {
  if (requestId === undefined || others.length > 0)
    throw new StartError(
      'Say which request by its id (sallyport requests lists some), or --api API METHOD PATH to send one.',
    );
  const path = `/_sallyport/requests/${encodeURIComponent(requestId)}`;
  return client.call<ExplainedRequest>({ path, query: { bodies: showBodies && 'true' } });
}

async function sent(
  { client }: CommandContext,
  [httpMethod, path, ...others]: readonly string[],
  options: ExplainOptions,
): Promise<ExplainedRequest> {
  if (httpMethod === undefined || path === undefined || others.length > 0)
    throw new StartError('Say what to send: sallyport explain --api API METHOD PATH');
  const api = await findApi(client, options.api ?? '');
  const stage = await findStage(client, api, options.stage);
  const body = {
    apiId: api.id,
    stage: stage.stageName,
    httpMethod,
    pathWithQueryString: path.startsWith('/') ? path : `/${path}`,
    headers: options.header.map(pairOf),
    ...(options.data !== undefined && { body: (await bytesOf(options.data)).toString('base64') }),
    ...(options.sourceIp !== undefined && { sourceIp: options.sourceIp }),
    withBodies: options.showBodies === true,
  };
  return client.call<ExplainedRequest>({ method: 'POST', path: '/_sallyport/explain', body });
}

function pairOf(header: string): readonly [string, string] {
  const colon = header.indexOf(':');
  if (colon > 0) return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
  throw new StartError(`A header is "Name: value", not "${header}".`);
}

async function bytesOf(data: string): Promise<Buffer> {
  if (!data.startsWith('@')) return Buffer.from(data);
  const file = data.slice(1);
  return readFile(file).catch((error: unknown) => {
    throw new StartError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  });
}
