import type { SdkOperation } from '../api.ts';
import { capitalized, identifier, pathWords, uncapitalized, wordsOf } from '../names.ts';

/** `GET /{a}/{b}/{op}` is `aBOpGet`, `GET /` is `rootGet` (guide page how-to-generate-sdk-javascript). */
export function operationName({ operationName: given, path, httpMethod }: SdkOperation): string {
  if (given !== undefined && wordsOf(given).length > 0) {
    return identifier(uncapitalized(wordsOf(given).map(capitalized).join('')), 'operation');
  }
  const words = pathWords(path);
  const [first = 'root', ...rest] = words;
  const verb = capitalized(httpMethod.toLowerCase());
  return identifier([uncapitalized(first), ...rest.map(capitalized), verb].join(''), 'operation');
}
