import { HTTP_METHODS } from '../../model/index.ts';
import { OpenApiError } from '../errors.ts';
import { INVALID_INPUT } from '../text/read-document.ts';
import { isObject, type JsonObject, member } from '../values.ts';

/** A step of a place: a member's name, `*` for every member, `/` for every path, `VERB` for every operation. */
type Place = readonly string[];

const OPERATION = ['paths', '/', 'VERB'];

/** Where a document has objects (Swagger 2.0 and OpenAPI 3.0.3, the guide's pages on extensions). */
const OBJECTS: readonly Place[] = [
  ['info'],
  ['paths'],
  ['paths', '/'],
  OPERATION,
  [...OPERATION, 'responses'],
  [...OPERATION, 'responses', '*'],
  [...OPERATION, 'requestBody'],
  ['definitions'],
  ['definitions', '*'],
  ['securityDefinitions'],
  ['securityDefinitions', '*'],
  ['components'],
  ['components', 'schemas'],
  ['components', 'schemas', '*'],
  ['components', 'securitySchemes'],
  ['components', 'securitySchemes', '*'],
  ['x-amazon-apigateway-request-validators'],
  ['x-amazon-apigateway-request-validators', '*'],
  ['x-amazon-apigateway-gateway-responses'],
  ['x-amazon-apigateway-gateway-responses', '*'],
  ['x-amazon-apigateway-endpoint-configuration'],
  ['x-amazon-apigateway-documentation'],
];

/** Where it has lists. */
const LISTS: readonly Place[] = [
  ['paths', '/', 'parameters'],
  [...OPERATION, 'parameters'],
  [...OPERATION, 'security'],
  ['security'],
  ['tags'],
  ['servers'],
  ['x-amazon-apigateway-binary-media-types'],
  ['x-amazon-apigateway-documentation', 'documentationParts'],
];

/**
 * Refuses a document in which something else stands where an object or a list belongs: what was meant would be left out in
 * silence. A member that is not there, or null, is none.
 * @throws {OpenApiError} with AWS's words for a file that is no OpenAPI, and ours for the place
 */
export function checkStructure(document: JsonObject): void {
  for (const place of OBJECTS) check(document, place, isObject, 'an object');
  for (const place of LISTS) check(document, place, Array.isArray, 'a list');
}

function check(document: JsonObject, place: Place, isRight: (value: unknown) => boolean, right: string): void {
  for (const [path, value] of valuesAt(document, place)) {
    if (value === undefined || value === null || isRight(value)) continue;
    throw new OpenApiError(`${INVALID_INPUT} ${path.slice(0, 200)} must be ${right}.`);
  }
}

function* valuesAt(value: unknown, [step, ...rest]: Place, path = ''): Generator<readonly [string, unknown]> {
  if (step === undefined) yield [path, value];
  else if (isObject(value)) {
    for (const name of namesAt(value, step)) {
      yield* valuesAt(member(value, name), rest, path === '' ? name : `${path}.${name}`);
    }
  }
}

const VERBS = [...HTTP_METHODS.map((method) => method.toLowerCase()), 'x-amazon-apigateway-any-method'];

function namesAt(object: JsonObject, step: string): readonly string[] {
  switch (step) {
    case '*':
      return Object.keys(object);
    case '/':
      return Object.keys(object).filter((name) => name.startsWith('/'));
    case 'VERB':
      return VERBS;
    default:
      return [step];
  }
}
