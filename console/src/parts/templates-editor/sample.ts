/** A request to try a template with, as it is typed. */
export interface Sample {
  readonly body: string;
  /** `{ path, querystring, header }`, each names with texts, as JSON. */
  readonly params: string;
}

export const SAMPLE: Sample = {
  body: '{\n  "id": 7,\n  "name": "Ada",\n  "tags": ["a", "b"]\n}',
  params: '{\n  "path": { "id": "7" },\n  "querystring": {},\n  "header": {}\n}',
};

/** The parameters, or undefined while they are no JSON. */
export function paramsOf({ params }: Sample): unknown {
  try {
    return JSON.parse(params);
  } catch {
    return undefined;
  }
}
