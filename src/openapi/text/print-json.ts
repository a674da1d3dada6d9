/**
 * JSON as AWS lays it out, in exported files and in the schemas of imported models: two spaces, a space on both sides of a
 * colon, lists of one line (guide page api-gateway-documenting-api-quick-start-publishing).
 * @param value anything that `JSON.parse` could have given, at most as deep as a document may be
 */
export function printJson(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '[ ]' : `[ ${value.map((item) => printJson(item, indent)).join(', ')} ]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{ }';
  const deeper = `${indent}  `;
  const members = entries.map(([name, inner]) => `${deeper}${JSON.stringify(name)} : ${printJson(inner, deeper)}`);
  return `{\n${members.join(',\n')}\n${indent}}`;
}
