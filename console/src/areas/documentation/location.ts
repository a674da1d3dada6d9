import {
  type DocumentationPartLocation,
  type DocumentationPartType,
  LOCATION_DEFAULTS,
  LOCATION_FIELDS,
  type LocationField,
} from '../../../../src/model/documentation/index.ts';
import { documentation } from '../../texts/en/documentation.ts';

const texts = documentation.parts;

/** Where a part stands, in words: `GET /pets, 200`. */
export function placeText({ type, path, method, statusCode, name }: DocumentationPartLocation): string {
  if (type === 'API') return texts.whole;
  const verb = method === '*' ? texts.anyMethod : method;
  const place = [verb, path === '/' && method === '*' ? texts.everywhere : path].filter(Boolean).join(' ');
  return [place, statusCode === '*' ? texts.anyStatus : statusCode, name].filter(Boolean).join(', ');
}

/** With the type: `Response, GET /pets, 200`. */
export function locationText(location: DocumentationPartLocation): string {
  return `${documentation.types[location.type] ?? location.type}: ${placeText(location)}`;
}

/** What tells two locations apart. */
export function locationKey({ type, path, method, statusCode, name }: DocumentationPartLocation): string {
  return JSON.stringify([type, path, method, statusCode, name]);
}

/** The page of the part at a location, whether there is one or not. */
export function partPath(apiId: string, location: DocumentationPartLocation): string {
  const query = new URLSearchParams(Object.entries(location).filter(([, value]) => value !== undefined));
  return `/apis/${apiId}/documentation/part?${query}`;
}

/** The location that the query of an address names; the fields that its type has and the query has not are the broadest. */
export function locationIn(query: URLSearchParams): DocumentationPartLocation {
  const named = query.get('type') ?? '';
  const type = isType(named) ? named : 'API';
  return readLocation(type, Object.fromEntries(query));
}

/** With the fields that a type has, the broadest where they are not given, and no other. */
export function readLocation(
  type: DocumentationPartType,
  given: Readonly<Partial<Record<LocationField, string | undefined>>>,
): DocumentationPartLocation {
  const fields = LOCATION_FIELDS[type].map((field) => [field, given[field] ?? LOCATION_DEFAULTS[field] ?? '']);
  return { type, ...Object.fromEntries(fields) };
}

export function isType(text: string): text is DocumentationPartType {
  return Object.hasOwn(LOCATION_FIELDS, text);
}
