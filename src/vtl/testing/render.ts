import { compileMappingTemplate, fromPlain } from '../index.ts';

/** What a test renders a mapping template with; anything left out is empty. */
export interface Request {
  readonly body?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly querystring?: Readonly<Record<string, string>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly context?: unknown;
  readonly stageVariables?: unknown;
}

const parameters = (values: Readonly<Record<string, string>> = {}) => new Map(Object.entries(values));

/** Renders a mapping template with a request given as plain data. */
export function render(template: string, request: Request = {}): string {
  const { path, querystring, header } = request;
  return compileMappingTemplate(template).render({
    input: {
      body: request.body ?? '',
      params: { path: parameters(path), querystring: parameters(querystring), header: parameters(header) },
    },
    context: fromPlain(request.context ?? {}),
    stageVariables: fromPlain(request.stageVariables ?? {}),
  });
}
