import type { Condition, Negatable, PolicyDocument, PrincipalElement, Statement } from './document.ts';
import { PolicySyntaxError } from './syntax-error.ts';

/** Whether statements name principals: those of resources must, those of identities must not, elsewhere they are read over. */
export type PrincipalRule = 'required' | 'forbidden' | 'ignored';

/** What a kind of policy may and must say. */
export interface PolicyRules {
  readonly principals: PrincipalRule;
  /** Whether statements name resources; those of a role's trust policy must not. */
  readonly resources: 'required' | 'forbidden';
}

type Fields = Readonly<Record<string, unknown>>;

/** @throws {PolicySyntaxError} */
export function parsePolicy(document: unknown, rules: PolicyRules): PolicyDocument {
  const policy = fieldsOf(document, 'Policy', ['Version', 'Id', 'Statement']);
  const { Version = '2008-10-17' } = policy;
  if (Version !== '2012-10-17' && Version !== '2008-10-17') {
    throw new PolicySyntaxError('Version', 'must be 2012-10-17 or 2008-10-17');
  }
  if (policy.Id !== undefined && typeof policy.Id !== 'string') throw new PolicySyntaxError('Id', 'must be a string');
  const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  if (statements.length === 0) throw new PolicySyntaxError('Statement', 'must not be empty');
  return {
    hasVariables: Version === '2012-10-17',
    statements: statements.map((statement, index) => parseStatement(statement, `Statement[${index}]`, rules)),
  };
}

const STATEMENT_FIELDS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function parseStatement(source: unknown, at: string, rules: PolicyRules): Statement {
  const statement = fieldsOf(source, at, STATEMENT_FIELDS);
  const { Sid, Effect } = statement;
  if (Sid !== undefined && typeof Sid !== 'string') throw new PolicySyntaxError(`${at}.Sid`, 'must be a string');
  if (Effect !== 'Allow' && Effect !== 'Deny') throw new PolicySyntaxError(`${at}.Effect`, 'must be Allow or Deny');
  const actions = negatable(statement, 'Action', at, stringsOf);
  for (const action of actions.values) {
    if (!/^(\*|[\w*?-]+:[\w*?-]+)$/.test(action)) {
      throw new PolicySyntaxError(`${at}.${actions.negated ? 'NotAction' : 'Action'}`, 'must be * or VENDOR:ACTION');
    }
  }
  return {
    ...(Sid !== undefined && { sid: Sid }),
    effect: Effect,
    principals: parsePrincipals(statement, at, rules.principals),
    actions,
    resources: parseResources(statement, at, rules.resources),
    conditions: parseConditions(statement.Condition, `${at}.Condition`),
  };
}

function parsePrincipals(statement: Fields, at: string, rule: PrincipalRule): Negatable<PrincipalElement> | undefined {
  if (rule === 'ignored') return undefined;
  if (rule === 'required') return negatable(statement, 'Principal', at, principalsOf);
  return forbid(statement, 'Principal', at);
}

function parseResources(statement: Fields, at: string, rule: PolicyRules['resources']): Negatable<string> | undefined {
  return rule === 'required' ? negatable(statement, 'Resource', at, stringsOf) : forbid(statement, 'Resource', at);
}

function forbid(statement: Fields, field: string, at: string): undefined {
  const given = [field, `Not${field}`].find((name) => statement[name] !== undefined);
  if (given !== undefined) throw new PolicySyntaxError(`${at}.${given}`, 'is not allowed here');
  return undefined;
}

const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
const AWS_PRINCIPAL = /^(\*|\d{12}|arn:[\w-]+:(iam|sts)::\d{12}:[^*?]+)$/;

function principalsOf(source: unknown, at: string): readonly PrincipalElement[] {
  if (source === '*') return [{ type: '*', value: '*' }];
  const fields = fieldsOf(source, at, PRINCIPAL_TYPES);
  const elements = PRINCIPAL_TYPES.filter((type) => fields[type] !== undefined).flatMap((type) =>
    stringsOf(fields[type], `${at}.${type}`).map((value): PrincipalElement => {
      if (type !== 'AWS') return { type, value };
      if (!AWS_PRINCIPAL.test(value)) throw new PolicySyntaxError(`${at}.AWS`, 'must be *, an account id or an ARN');
      return value === '*' ? { type: '*', value } : { type, value };
    }),
  );
  if (elements.length === 0) throw new PolicySyntaxError(at, 'must not be empty');
  return elements;
}

/** Exactly one of `field` and `NotField`. */
function negatable<T>(
  statement: Fields,
  field: string,
  at: string,
  read: (source: unknown, at: string) => readonly T[],
): Negatable<T> {
  const positive = statement[field];
  const negative = statement[`Not${field}`];
  if ((positive === undefined) === (negative === undefined)) {
    throw new PolicySyntaxError(at, `must have exactly one of ${field} and Not${field}`);
  }
  if (positive !== undefined) return { negated: false, values: read(positive, `${at}.${field}`) };
  return { negated: true, values: read(negative, `${at}.Not${field}`) };
}

function parseConditions(source: unknown, at: string): readonly Condition[] {
  if (source === undefined) return [];
  return Object.entries(fieldsOf(source, at)).flatMap(([operator, keys]) =>
    Object.entries(fieldsOf(keys, `${at}.${operator}`)).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: conditionValues(values, `${at}.${operator}.${key}`),
    })),
  );
}

/** Strings, numbers and booleans, one or a list of them; IAM compares their texts. */
function conditionValues(source: unknown, at: string): readonly string[] {
  return (Array.isArray(source) ? source : [source]).map((value: unknown) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new PolicySyntaxError(at, 'must be a string, number or boolean, or a list of them');
    }
    return String(value);
  });
}

/** One string or a list of at least one. */
function stringsOf(source: unknown, at: string): readonly string[] {
  const list: readonly unknown[] = Array.isArray(source) ? source : [source];
  const strings = list.filter((value) => typeof value === 'string' && value !== '');
  if (strings.length !== list.length || strings.length === 0) {
    throw new PolicySyntaxError(at, 'must be a string or a list of strings');
  }
  return strings as string[];
}

function fieldsOf(source: unknown, at: string, allowed?: readonly string[]): Fields {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    throw new PolicySyntaxError(at, 'must be an object');
  }
  const unknown = allowed && Object.keys(source).find((field) => !allowed.includes(field));
  if (unknown !== undefined) throw new PolicySyntaxError(at, `has an unknown element ${unknown}`);
  return source as Fields;
}
