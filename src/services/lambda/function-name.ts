import { lengthViolations, refuseViolations } from '../../aws/index.ts';
import type { Scope } from '../../model/index.ts';
import { invalidParameter, notFound } from './errors.ts';
import { LIMITS } from './limits.ts';

/** The function that a call means. */
export interface FunctionReference {
  readonly scope: Scope;
  readonly name: string;
  /** Without qualifier. */
  readonly arn: string;
  /** `$LATEST`, a version or an alias, when the caller named one. */
  readonly qualifier?: string;
}

/** What the forms of a function's name say: `name`, `ACCOUNT:function:name`, the ARN, each with `:QUALIFIER` or without. */
export interface FunctionNameParts {
  readonly region?: string;
  readonly accountId?: string;
  readonly name: string;
  readonly qualifier?: string;
}

/** As AWS prints it (service model, `FunctionName`). We take any region, because any region is a namespace here. */
const PATTERN_TEXT =
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?';

export function functionArn(scope: Scope, name: string): string {
  return `arn:aws:lambda:${scope.region}:${scope.accountId}:function:${name}`;
}

/** Undefined for what is no name of a function in any form. */
export function parseFunctionName(text: string): FunctionNameParts | undefined {
  const parts = text.split(':');
  if (parts[0] === 'arn') {
    const [, partition = '', service, region = '', accountId = '', kind, ...rest] = parts;
    if (!/^aws[a-zA-Z-]*$/.test(partition) || service !== 'lambda' || kind !== 'function') return undefined;
    if (!/^[a-z0-9-]+$/.test(region) || !/^\d{12}$/.test(accountId)) return undefined;
    return nameParts(rest, { region, accountId });
  }
  const [first = '', second, ...rest] = parts;
  if (/^\d{12}$/.test(first) && second === 'function') return nameParts(rest, { accountId: first });
  if (first === 'function' && second !== undefined) return nameParts(parts.slice(1), {});
  return nameParts(parts, {});
}

/**
 * The function that the caller of an operation means.
 * @param at the member's name in AWS's messages
 * @throws {ServiceError} `ValidationException` for what is no name; `ResourceNotFoundException` for another region's ARN;
 *   `InvalidParameterValueException` when name and `Qualifier` disagree (all recorded)
 */
export function referTo(text: string, scope: Scope, qualifier?: string): FunctionReference {
  const parts = parseFunctionName(text);
  const pattern = `Value '${text}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${PATTERN_TEXT}`;
  refuseViolations(
    lengthViolations(text, 'functionName', LIMITS.functionNameOrArnLength),
    lengthViolations(parts?.name, 'functionName', LIMITS.functionNameLength),
    parts === undefined ? [pattern] : [],
  );
  const { name, region, qualifier: derived } = parts ?? { name: text };
  if (region !== undefined && region !== scope.region) {
    throw notFound(`Functions from '${region}' are not reachable in this region ('${scope.region}')`);
  }
  if (qualifier !== undefined && derived !== undefined && qualifier !== derived) {
    throw invalidParameter('The derived qualifier from the function name does not match the specified qualifier.');
  }
  const wanted = qualifier ?? derived;
  const accountId = parts?.accountId ?? scope.accountId;
  const target = { accountId, region: scope.region };
  return { scope: target, name, arn: functionArn(target, name), ...(wanted !== undefined && { qualifier: wanted }) };
}

/** The ARN with the qualifier, if there is one. */
export function qualifiedArn(reference: FunctionReference): string {
  return reference.qualifier === undefined ? reference.arn : `${reference.arn}:${reference.qualifier}`;
}

/** The function that a full ARN names: only that says whose function is meant. */
export function referenceOf(arn: string): FunctionReference | undefined {
  const { region, accountId, name, qualifier } = parseFunctionName(arn) ?? {};
  if (region === undefined || accountId === undefined || name === undefined) return undefined;
  const scope = { accountId, region };
  return { scope, name, arn: functionArn(scope, name), ...(qualifier !== undefined && { qualifier }) };
}

function nameParts(
  rest: readonly string[],
  owner: Pick<FunctionNameParts, 'region' | 'accountId'>,
): FunctionNameParts | undefined {
  const [name = '', qualifier] = rest;
  if (rest.length > 2 || !/^[a-zA-Z0-9-_]+$/.test(name)) return undefined;
  if (qualifier === undefined) return { ...owner, name };
  return /^(\$LATEST|[a-zA-Z0-9-_]+)$/.test(qualifier) ? { ...owner, name, qualifier } : undefined;
}
