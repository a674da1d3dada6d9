/** A `Model` as AWS describes it (API reference, `Model`; features A6.9, A1.7). */
export interface Model {
  /** Six characters of `[a-z0-9]`; operations name a model by its name. */
  readonly id: string;
  /** Letters and digits, unique within the API (fact D81). */
  readonly name: string;
  readonly description?: string;
  readonly contentType: string;
  /** JSON Schema, draft 4, as the text that it came as. */
  readonly schema: string;
}
