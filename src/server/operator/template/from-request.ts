import type { ExplainedRequest, ExplainedValue } from '../../../model/index.ts';

/** Which of a method's two templates is tried. */
export type TemplatePhase = 'request' | 'response';

/** What a template was given of a request that is remembered; stage variables are not remembered. */
export interface RecordedInput {
  readonly body: string;
  /** Whether only the beginning of the body is remembered. */
  readonly isBodyCut: boolean;
  readonly params: Readonly<Record<'path' | 'querystring' | 'header', Readonly<Record<string, string>>>>;
  readonly context: Readonly<Record<string, unknown>>;
}

export function inputOf(request: ExplainedRequest, phase: TemplatePhase): RecordedInput {
  const facts = (name: string) => request.steps.find((step) => step.phase === name)?.facts ?? {};
  const header = pairsIn(facts('request').headers, ': ');
  const { text = '', bytes = 0 } = bodyIn(facts(`${phase} template`).input);
  return {
    body: text,
    isBodyCut: Buffer.byteLength(text) < bytes,
    params: {
      path: pairsIn(facts('routing').parameters, '='),
      querystring: pairsIn(facts('request').query, '='),
      header,
    },
    context: contextOf(request, header),
  };
}

function contextOf(request: ExplainedRequest, header: Readonly<Record<string, string>>): RecordedInput['context'] {
  const { requestId, extendedRequestId, apiId, stage, httpMethod, path, resourcePath, requestTimeEpoch } = request;
  const userAgent = Object.entries(header).find(([name]) => name.toLowerCase() === 'user-agent')?.[1];
  const identity = { sourceIp: request.sourceIp, ...(userAgent !== undefined && { userAgent }) };
  return { requestId, extendedRequestId, apiId, stage, httpMethod, path, resourcePath, requestTimeEpoch, identity };
}

/** The last value of each name, as templates see it (fact D10). */
function pairsIn(value: ExplainedValue | undefined, between: string): Readonly<Record<string, string>> {
  const lines: readonly string[] = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(between);
      return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + between.length)];
    }),
  );
}

function bodyIn(value: ExplainedValue | undefined): { readonly text?: string; readonly bytes?: number } {
  return typeof value === 'object' && 'bytes' in value ? value : {};
}
