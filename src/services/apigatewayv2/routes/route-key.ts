import { badRequest } from '../errors.ts';

/** A verb or `ANY`, a space, a path of literals and `{variables}`, of which the last may be greedy. */
const ROUTE_KEY =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (?:\/|(?:\/(?:[^/{}\s?#]+|\{[\w.:-]+\}))*(?:\/(?:[^/{}\s?#]+|\{[\w.:-]+\+?\}))\/?)$/;

/** @throws {ServiceError} 400 with AWS's text (reported by users) */
export function checkRouteKey(key: string): void {
  if (key === '$default' || (key.length <= 512 && ROUTE_KEY.test(key))) return;
  throw badRequest(
    'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
  );
}
