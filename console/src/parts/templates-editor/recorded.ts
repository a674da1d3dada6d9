import type { ExplainedRequest } from '../../../../src/model/explained-request.ts';
import type { Sample } from './sample.ts';

/** Which body a template is given: the client's, or the backend's. */
export type Side = 'request' | 'response';

/**
 * A recorded request as a sample, with its secrets masked. Of most requests no body is kept (docs/guides/requests-and-logs.md): then
 * that of the sample before stays.
 */
export function sampleOf(request: ExplainedRequest, side: Side, before: Sample): Sample {
  const factOf = (phase: string, name: string): unknown =>
    request.steps.find((step) => step.phase === phase && name in step.facts)?.facts[name];
  const body = side === 'request' ? factOf('request body', 'body') : factOf('integration', 'body');
  const params = {
    path: pairs(factOf('routing', 'parameters'), '='),
    querystring: pairs(factOf('request', 'query'), '='),
    header: pairs(factOf('request', 'headers'), ': '),
  };
  return {
    ...before,
    body: textOf(body) ?? before.body,
    params: JSON.stringify(params, null, 2),
    ...(before.context !== undefined && { context: JSON.stringify(contextOf(request), null, 2) }),
  };
}

/** What `$context` was, as far as it is remembered. */
function contextOf({ requestId, apiId, stage, sourceIp, httpMethod, path, resourcePath }: ExplainedRequest) {
  return { requestId, apiId, stage, httpMethod, path, resourcePath, identity: { sourceIp } };
}

/** `name=value`, of two with one name the last, as `$input.params` gives it. */
function pairs(texts: unknown, separator: string): Readonly<Record<string, string>> {
  if (!Array.isArray(texts)) return {};
  return Object.fromEntries(
    texts.map(String).map((text) => {
      const at = text.indexOf(separator);
      return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
    }),
  );
}

function textOf(body: unknown): string | undefined {
  const text = typeof body === 'object' && body !== null && 'text' in body ? body.text : undefined;
  return typeof text === 'string' ? text : undefined;
}
