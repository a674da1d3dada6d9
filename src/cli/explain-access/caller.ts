import { StartError } from '../../server/index.ts';
import { type QueryClient, textIn } from './query-client.ts';

/** Whom a question is about: nobody in particular, the root user, or a user or role with his policies. */
export type AskedCaller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'root'; readonly arn: string }
  | { readonly kind: 'principal'; readonly arn: string; readonly policySource: string };

/**
 * @param text an ARN of a user, a role or a session, an access key id, a user's name, `root` or `anonymous`
 * @throws {StartError} for somebody who is not there
 */
export async function findCaller(query: QueryClient, text: string, accountId: string): Promise<AskedCaller> {
  if (text === 'anonymous') return { kind: 'anonymous' };
  const rootArn = `arn:aws:iam::${accountId}:root`;
  if (text === 'root' || text === rootArn) return { kind: 'root', arn: rootArn };
  const session = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\/[^/]+$/.exec(text);
  if (session) {
    const role = await query('iam', { Action: 'GetRole', RoleName: session[1] ?? '' });
    return { kind: 'principal', arn: text, policySource: arnIn(role) };
  }
  if (text.startsWith('arn:')) return { kind: 'principal', arn: text, policySource: text };
  const name = /^AKIA\w{16}$/.test(text)
    ? textIn(await query('iam', { Action: 'GetAccessKeyLastUsed', AccessKeyId: text }), 'UserName')
    : text;
  const arn = arnIn(await query('iam', { Action: 'GetUser', UserName: name ?? text }));
  return { kind: 'principal', arn, policySource: arn };
}

function arnIn(xml: string): string {
  const arn = textIn(xml, 'Arn');
  if (arn === undefined) throw new StartError('The answer names no ARN.');
  return arn;
}
