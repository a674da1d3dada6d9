/** The work took more steps, or went deeper, than `JSON_SCHEMA_LIMITS` allows. */
export class SchemaLimitError extends Error {
  override readonly name = 'SchemaLimitError';
}
