import { enumViolations, patternViolations, type Violation } from '../../../aws/index.ts';
import {
  DOCUMENTATION_PART_TYPES,
  type DocumentationPartLocation,
  type DocumentationPartType,
  LOCATION_DEFAULTS,
  LOCATION_FIELDS,
  type LocationField,
} from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import type { In } from '../types.ts';

type LocationInput = In<'createDocumentationPart'>['location'];
/** In the order in which AWS lists them when it refuses another (recorded). */
const TYPES: readonly DocumentationPartType[] = [
  'RESPONSE_BODY',
  'RESPONSE',
  'METHOD',
  'MODEL',
  'AUTHORIZER',
  'RESPONSE_HEADER',
  'RESOURCE',
  'PATH_PARAMETER',
  'REQUEST_BODY',
  'QUERY_PARAMETER',
  'API',
  'REQUEST_HEADER',
];

/** The pattern is the service model's. */
const STATUS_CODE = { test: /^([1-5]\d\d|\*|\s*)$/, text: '([1-5]\\d\\d|\\*|\\s*)' };

export function locationViolations({ type, statusCode }: LocationInput): readonly Violation[] {
  const at = 'createDocumentationPartInput.location';
  return [...typeViolations(type, `${at}.type`), ...patternViolations(statusCode, `${at}.statusCode`, STATUS_CODE)];
}

export function typeViolations(type: string | undefined, at: string): readonly Violation[] {
  return enumViolations(type, at, TYPES);
}

/**
 * A location with every field that its type has.
 * @throws {ServiceError} 400 for a field that the type has not, or a name that is missing
 */
export function readLocation(input: LocationInput): DocumentationPartLocation {
  const type = DOCUMENTATION_PART_TYPES.find((known) => known === input.type);
  // Its type has been looked at before (`locationViolations`).
  if (type === undefined) throw new Error(`There is no documentation part type ${input.type}.`);
  const given = { path: input.path, method: input.method, statusCode: input.statusCode, name: input.name };
  for (const [field, value] of Object.entries(given)) {
    const isName = field === 'name' && type === 'REQUEST_BODY';
    if (value && !isName && !LOCATION_FIELDS[type].some((known) => known === field)) {
      throw badRequest(`Invalid location specified: '${field}' is not valid for type '${type}'`);
    }
  }
  const fields = LOCATION_FIELDS[type].map((field) => [field, readField(type, field, given[field])]);
  return { type, ...Object.fromEntries(fields) };
}

function readField(type: DocumentationPartType, field: LocationField, given: string | undefined): string {
  const value = given?.trim() ? given : LOCATION_DEFAULTS[field];
  if (value === undefined) throw badRequest(`Invalid location specified: '${field}' is required for type '${type}'`);
  return value;
}

/** A location as refusals name it. */
export function describeLocation({ type, ...fields }: DocumentationPartLocation): string {
  return [`type '${type}'`, ...Object.entries(fields).map(([field, value]) => `${field} '${value}'`)].join(', ');
}
