import { badRequest } from '../errors.ts';
import type { PatchTable } from './table.ts';

type Refuse = PatchTable<never>['refuse'];

/**
 * The answer of entities whose paths are few and fixed (recorded for Resource, Model, RequestValidator): the paths at
 * which the operation would be allowed, or that there are none. The two spaces are AWS's.
 */
export const refuseListingPaths: Refuse = ({ op, path, allowedPaths }) => {
  const advice =
    allowedPaths.length === 0 ? 'Please choose supported operations' : `Must be one of: [${allowedPaths.join(', ')}]`;
  return badRequest(`Invalid patch path  '${path}' specified for op '${op}'. ${advice}`);
};

/** The answer of entities with maps and lists inside (recorded for RestApi, Method, MethodResponse): path first, operation second. */
export const refusePathThenOp: Refuse = ({ path, allowedOps }) => {
  if (allowedOps.length === 0) return badRequest(`Invalid patch path ${path}`);
  return badRequest(`Invalid patch operation specified. Must be one of: [${allowedOps.join(', ')}]`);
};
