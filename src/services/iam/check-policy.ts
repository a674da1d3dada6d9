import { compilePolicy, PolicySyntaxError } from '../../policy/index.ts';
import { malformedPolicy } from './errors.ts';
import { IAM_LIMITS } from './limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a policy that is attached to an identity, first for what AWS has words of its own for.
 * @throws {ServiceError} `MalformedPolicyDocument`
 */
export function checkIdentityPolicy(text: string): void {
  const { document, statements } = readPolicy(text);
  for (const statement of statements) {
    if ('Principal' in statement || 'NotPrincipal' in statement) {
      throw malformedPolicy('Policy document should not specify a principal.');
    }
    checkActions(statement);
    if (!('Resource' in statement || 'NotResource' in statement)) {
      throw malformedPolicy('Policy statement must contain resources.');
    }
    for (const resource of textsOf(statement.Resource ?? statement.NotResource)) {
      if (resource !== '*' && !/^(arn|\*|\$\{)/.test(resource)) {
        throw malformedPolicy(`Resource ${resource} must be in ARN format or "*".`);
      }
    }
  }
  compile(document, 'identity');
}

/**
 * Checks who may assume a role.
 * @returns the ARNs that it names, for the caller to look whether there is somebody behind them
 * @throws {ServiceError} `MalformedPolicyDocument`
 */
export function checkTrustPolicy(text: string): readonly string[] {
  const { document, statements } = readPolicy(text);
  for (const statement of statements) {
    for (const field of ['Resource', 'NotResource']) {
      if (field in statement) throw malformedPolicy(`Has prohibited field ${field}`);
    }
    if (!('Principal' in statement || 'NotPrincipal' in statement)) {
      throw malformedPolicy('Missing required field Principal');
    }
    checkActions(statement);
    const actions = textsOf(statement.Action ?? statement.NotAction);
    if (!actions.every((action) => /^(sts:|\*$)/i.test(action))) {
      throw malformedPolicy('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
  const named = statements.flatMap(awsPrincipals);
  for (const principal of named) {
    if (!/^(\*|\d{12}|arn:[\w-]+:(iam|sts)::\d{12}:[^*?]+)$/.test(principal)) throw invalidPrincipal(principal);
  }
  compile(document, 'trust');
  return named.filter((principal) => principal.startsWith('arn:'));
}

export function invalidPrincipal(principal: string) {
  return malformedPolicy(`Invalid principal in policy: "AWS":"${principal}"`);
}

/** As AWS counts: white space is free (IAM user guide, "IAM and AWS STS quotas"). */
export function policyCharacters(text: string): number {
  return text.replace(/\s/g, '').length;
}

function readPolicy(text: string): { readonly document: Fields; readonly statements: readonly Fields[] } {
  if (text.length > IAM_LIMITS.documentCharacters) throw malformedPolicy('The policy is too long.');
  const document = parseJson(text);
  if (!isFields(document)) throw malformedPolicy('Syntax errors in policy.');
  const { Version, Statement } = document;
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') {
    throw malformedPolicy('Policy document must be version 2012-10-17 or greater.');
  }
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  if (statements.length === 0 || !statements.every(isFields)) throw malformedPolicy('Syntax errors in policy.');
  const sids = statements.flatMap(({ Sid }) => (typeof Sid === 'string' && Sid !== '' ? [Sid] : []));
  if (new Set(sids).size < sids.length) {
    throw malformedPolicy('Statement IDs (SID) in a single policy must be unique.');
  }
  return { document, statements };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedPolicy('This policy contains invalid Json');
  }
}

function checkActions(statement: Fields): void {
  if (!('Action' in statement || 'NotAction' in statement)) {
    throw malformedPolicy('Policy statement must contain actions.');
  }
  for (const action of textsOf(statement.Action ?? statement.NotAction)) {
    if (action === '*') continue;
    const parts = action.split(':');
    if (parts.length === 1) {
      throw malformedPolicy('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    }
    if (parts.length > 2) throw malformedPolicy('Actions/Condition can contain only one colon.');
  }
}

function awsPrincipals({ Principal, NotPrincipal }: Fields): readonly string[] {
  const principal = Principal ?? NotPrincipal;
  return isFields(principal) ? textsOf(principal.AWS) : [];
}

function compile(document: Fields, kind: 'identity' | 'trust'): void {
  try {
    compilePolicy(document, kind, 'policy');
  } catch (error) {
    if (!(error instanceof PolicySyntaxError)) throw error;
    throw malformedPolicy('Syntax errors in policy.');
  }
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
