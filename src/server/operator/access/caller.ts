import { type Call, ServiceError } from '../../../aws/index.ts';
import type { IamQueries } from '../../../services/iam/index.ts';

/** Whom a question is about: nobody in particular, the root user, a user or role with his policies, or somebody of another account. */
export type AskedCaller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'root'; readonly arn: string }
  | { readonly kind: 'principal'; readonly arn: string; readonly policySource: string }
  | Foreigner;

/** Somebody of another account, whose policies are that account's own business. */
export interface Foreigner {
  readonly kind: 'foreign';
  readonly arn: string;
  readonly accountId: string;
  /** Of a session. */
  readonly roleArn?: string;
}

/**
 * @param text an ARN of a user, a role or a session, also of another account, or of its root; an access key id, a user's name,
 * `root` or `anonymous`
 * @throws {ServiceError} `NoSuchEntity` for somebody who is not there
 */
export async function findCaller(iam: IamQueries, text: string, call: Call): Promise<AskedCaller> {
  if (text === 'anonymous') return { kind: 'anonymous' };
  const rootArn = `arn:aws:iam::${call.scope.accountId}:root`;
  if (text === 'root' || text === rootArn) return { kind: 'root', arn: rootArn };
  const foreigner = foreignerOf(text, call.scope.accountId);
  if (foreigner) return foreigner;
  const session = SESSION.exec(text);
  const roleName = session?.[3];
  if (roleName !== undefined) {
    const { Role } = await iam.getRole({ RoleName: roleName }, call);
    return { kind: 'principal', arn: text, policySource: Role?.Arn ?? '' };
  }
  if (text.startsWith('arn:')) return { kind: 'principal', arn: text, policySource: text };
  const name = /^AKIA\w{16}$/.test(text) ? await ownerOf(iam, text, call) : text;
  const { User } = await iam.getUser({ UserName: name }, call);
  return { kind: 'principal', arn: User?.Arn ?? '', policySource: User?.Arn ?? '' };
}

/** IAM says of a key that the account does not have that one may not ask for it; here somebody is looked for. */
async function ownerOf(iam: IamQueries, id: string, call: Call): Promise<string | undefined> {
  try {
    return (await iam.getAccessKeyLastUsed({ AccessKeyId: id }, call)).UserName;
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'AccessDenied') throw error;
    throw new ServiceError('NoSuchEntity', 404, `The Access Key with id ${id} cannot be found.`);
  }
}

/** Partition, account and role. */
const SESSION = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/[^/]+$/;
const OF_ACCOUNT = /^arn:[\w-]+:(?:iam|sts)::(\d{12}):./;

function foreignerOf(arn: string, accountId: string): Foreigner | undefined {
  const account = OF_ACCOUNT.exec(arn)?.[1];
  if (account === undefined || account === accountId) return undefined;
  const [, partition, , role] = SESSION.exec(arn) ?? [];
  const roleArn = role === undefined ? {} : { roleArn: `arn:${partition}:iam::${account}:role/${role}` };
  return { kind: 'foreign', arn, accountId: account, ...roleArn };
}
