/** A request to try a template with, as it is typed. */
export interface Sample {
  readonly body: string;
  /** `{ path, querystring, header }`, each names with texts, as JSON. */
  readonly params: string;
  /** What `$context` is, as JSON; absent where nobody is asked for it. */
  readonly context?: string;
  /** Names with texts, as JSON. */
  readonly stageVariables?: string;
}

export const SAMPLE: Sample = {
  body: '{\n  "id": 7,\n  "name": "Ada",\n  "tags": ["a", "b"]\n}',
  params: '{\n  "path": { "id": "7" },\n  "querystring": {},\n  "header": {}\n}',
};

/** What of a sample is JSON, read; what is broken is left out. */
export function valuesOf({ params, context, stageVariables }: Sample): Readonly<Record<string, unknown>> {
  return { params: jsonOf(params), context: jsonOf(context), stageVariables: jsonOf(stageVariables) };
}

/** Undefined while the text is no JSON. */
export function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
