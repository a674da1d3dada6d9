import { isPresigned } from './presigned-query.ts';
import { uriRecode } from './uri-encode.ts';

/**
 * The canonical query string: every parameter encoded one way, sorted by name, then by value; of a presigned URL without the
 * signature itself, but with everything else that calls itself so.
 * @param query as received, without the `?`
 */
export function canonicalQuery(query: string): string {
  if (query === '') return '';
  const parameters = query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map(recodedParameter);
  const signature = isPresigned(query) ? parameters.findIndex(([name]) => name === 'X-Amz-Signature') : -1;
  return parameters
    .filter((_, index) => index !== signature)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function recodedParameter(parameter: string): readonly [name: string, value: string] {
  const equals = parameter.indexOf('=');
  if (equals === -1) return [uriRecode(parameter, true), ''];
  return [uriRecode(parameter.slice(0, equals), true), uriRecode(parameter.slice(equals + 1), true)];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
