import type { SdkOperation } from '../api.ts';
import { capitalized, identifier, pathWords, uncapitalized, wordsOf } from '../names.ts';

/** Words that no name may be (Java language specification 17, section 3.9), and methods that every object has. */
const RESERVED: ReadonlySet<string> = new Set(
  'abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null getClass notify notifyAll wait hashCode equals toString clone finalize toJson fromJson shutdown'.split(
    ' ',
  ),
);

/** Classes that generated code names without their package. */
export const CLASSES: readonly string[] = 'String Object Integer Long Double Boolean List Map Override Exception'.split(
  ' ',
);

/** `GET /{a}/{b}/{op}` is `getABOp`, `GET /` is `getApiRoot` (guide page how-to-call-apigateway-generated-java-sdk). */
export function operationName({ operationName: given, path, httpMethod }: SdkOperation): string {
  const own = given === undefined ? [] : wordsOf(given);
  if (own.length > 0) return javaName(own.map(capitalized).join(''), 'operation');
  const words = pathWords(path);
  return javaName(
    [httpMethod.toLowerCase(), ...(words.length > 0 ? words : ['ApiRoot']).map(capitalized)].join(''),
    'operation',
  );
}

/** A name for a method, a field or a parameter. */
export function javaName(text: string, fallback: string): string {
  const name = uncapitalized(identifier(text, fallback));
  return RESERVED.has(name) ? `${name}_` : name;
}

/** The same out of any text, `X-Header` as `xHeader`. */
export function fieldName(text: string): string {
  return javaName(
    wordsOf(text)
      .map((word, index) => (index === 0 ? word : capitalized(word)))
      .join(''),
    'value',
  );
}
