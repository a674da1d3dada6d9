import type { Scope } from '../../../model/index.ts';
import { compilePolicy, PolicySyntaxError } from '../../../policy/index.ts';
import { badRequest } from '../errors.ts';

/** Where a policy's short resources lead, and how many characters it may have. */
export interface PolicyOwner {
  readonly scope: Scope;
  readonly restApiId: string;
  readonly policyLength: number;
}

/**
 * Reads a resource policy and gives it as compact JSON text. Accepts plain JSON and the escaped forms that `UpdateRestApi`
 * is documented with. Resources in the short form `execute-api:/stage/VERB/path` become full ARNs (guide page
 * apigateway-resource-policies-examples).
 * @throws {ServiceError} 400 when it is no policy or too long
 */
export function readPolicy(source: string, owner: PolicyOwner): string {
  const { region, accountId } = owner.scope;
  const api = `arn:aws:execute-api:${region}:${accountId}:${owner.restApiId}/`;
  return compactPolicy(source, owner.policyLength, (key, value) =>
    key === 'Resource' || key === 'NotResource' ? expandResources(value, api) : value,
  );
}

/**
 * Reads a policy in any of its forms and gives it as compact JSON text.
 * @throws {ServiceError} 400 when it is no policy or too long
 */
export function compactPolicy(
  source: string,
  maxLength: number,
  replace?: (key: string, value: unknown) => unknown,
): string {
  const document = parsePolicy(source);
  checkGrammar(document);
  const policy = JSON.stringify(document, replace);
  if (policy.length > maxLength) {
    throw badRequest(`Resource policy exceeds the maximum length of ${maxLength} characters`);
  }
  return policy;
}

/** A policy as AWS answers it: JSON text inside of a JSON string, quotes and slashes escaped (recorded by many clients that undo it). */
export function renderPolicy(policy: string): string {
  return JSON.stringify(policy).slice(1, -1).replaceAll('/', '\\/');
}

function checkGrammar(document: unknown): void {
  try {
    compilePolicy(document, 'resource', 'resource policy');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw invalidPolicy();
    throw error;
  }
}

function expandResources(value: unknown, api: string): unknown {
  if (Array.isArray(value)) return value.map((one) => expandResources(one, api));
  return typeof value === 'string' && value.startsWith('execute-api:/')
    ? api + value.slice('execute-api:/'.length)
    : value;
}

/** Plain, inside of a JSON string, or escaped like the inside of one. */
function parsePolicy(source: string): unknown {
  const plain = tryParse(source);
  if (typeof plain === 'string') return tryParse(plain);
  if (plain !== undefined) return plain;
  const inside = tryParse(`"${source}"`);
  return typeof inside === 'string' ? tryParse(inside) : undefined;
}

function tryParse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

function invalidPolicy() {
  return badRequest('Invalid policy document. Please check the policy syntax and ensure that Principals are valid.');
}
