import type { Call } from '../../../aws/index.ts';
import type { IamQueries } from '../../../services/iam/index.ts';

/** Whom a question is about: nobody in particular, the root user, or a user or role with his policies. */
export type AskedCaller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'root'; readonly arn: string }
  | { readonly kind: 'principal'; readonly arn: string; readonly policySource: string };

/**
 * @param text an ARN of a user, a role or a session, an access key id, a user's name, `root` or `anonymous`
 * @throws {ServiceError} `NoSuchEntity` for somebody who is not there
 */
export async function findCaller(iam: IamQueries, text: string, call: Call): Promise<AskedCaller> {
  if (text === 'anonymous') return { kind: 'anonymous' };
  const rootArn = `arn:aws:iam::${call.scope.accountId}:root`;
  if (text === 'root' || text === rootArn) return { kind: 'root', arn: rootArn };
  const session = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\/[^/]+$/.exec(text);
  const roleName = session?.[1];
  if (roleName !== undefined) {
    const { Role } = await iam.getRole({ RoleName: roleName }, call);
    return { kind: 'principal', arn: text, policySource: Role?.Arn ?? '' };
  }
  if (text.startsWith('arn:')) return { kind: 'principal', arn: text, policySource: text };
  const name = /^AKIA\w{16}$/.test(text)
    ? (await iam.getAccessKeyLastUsed({ AccessKeyId: text }, call)).UserName
    : text;
  const { User } = await iam.getUser({ UserName: name }, call);
  return { kind: 'principal', arn: User?.Arn ?? '', policySource: User?.Arn ?? '' };
}
