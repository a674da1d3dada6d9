import { compilePolicy, PolicySyntaxError } from '../../../policy/index.ts';
import type { Authorization } from '../authorize.ts';
import { AUTHORIZER_LIMITS } from '../limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads what an authorizer function answered: `principalId`, `policyDocument`, and perhaps a flat `context` and a
 * `usageIdentifierKey` (facts D91, D93, D94, D118).
 * @returns what is wrong, for the operator, when it is no such answer
 */
export function readOutput(payload: Uint8Array, authorizerName: string): Authorization | string {
  if (payload.length > AUTHORIZER_LIMITS.outputBytes) return `more than ${AUTHORIZER_LIMITS.outputBytes} bytes`;
  const output = readFields(parseJson(payload));
  if (output === undefined) return 'no JSON object';
  const { principalId, policyDocument, context = {}, usageIdentifierKey } = output;
  if (typeof principalId !== 'string' || principalId === '') return 'no principalId';
  if (usageIdentifierKey != null && typeof usageIdentifierKey !== 'string')
    return 'a usageIdentifierKey that is no text';
  const properties = readContext(context);
  if (properties === undefined) return 'a context with values that are no text, number or boolean';
  if (hasLongResource(policyDocument)) return `a resource of more than ${AUTHORIZER_LIMITS.resourceLength} characters`;
  try {
    return {
      kind: 'authorization',
      policy: compilePolicy(policyDocument, 'authorizer', authorizerName),
      facts: { principalId, properties, ...(usageIdentifierKey != null && { usageIdentifierKey }) },
    };
  } catch (error) {
    if (error instanceof PolicySyntaxError) return `an invalid policyDocument (${error.message})`;
    throw error;
  }
}

/** Texts of what may stand in `context`; undefined when something else does. A null is a value that is not there. */
function readContext(context: unknown): Readonly<Record<string, string>> | undefined {
  const fields = context === null ? {} : readFields(context);
  if (fields === undefined) return undefined;
  const properties: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) continue;
    if (typeof value === 'object') return undefined;
    properties[name] = String(value);
  }
  return properties;
}

function hasLongResource(policyDocument: unknown): boolean {
  const statements = readFields(policyDocument)?.Statement;
  return [statements].flat().some((statement) => {
    const fields = readFields(statement);
    return [fields?.Resource, fields?.NotResource]
      .flat()
      .some((resource) => typeof resource === 'string' && resource.length > AUTHORIZER_LIMITS.resourceLength);
  });
}

function readFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    return undefined;
  }
}
