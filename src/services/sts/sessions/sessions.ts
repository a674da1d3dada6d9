import type { CallerPolicies, PolicyText } from '../../../model/index.ts';
import type { Caller, Session } from '../../../policy/index.ts';
import type { StsContext } from '../context.ts';
import { STS_LIMITS } from '../limits.ts';
import { openToken, type SessionTerms } from './token.ts';

/** A session that has been recognised; whether it has expired is for whoever asked to say. */
export interface KnownSession {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly caller: Caller;
  readonly policies: CallerPolicies;
}

export interface Sessions {
  /** Undefined for a token that is none of this key's, and when its role or user is there no more. */
  find(accessKeyId: string, sessionToken: string): Promise<KnownSession | undefined>;
}

/** Who a session acts as, before its own limits. */
interface Owner {
  readonly caller: Caller;
  readonly policies: CallerPolicies;
}

/** @param rootPolicies what the root user may do */
export function createSessions(context: StsContext, rootPolicies: CallerPolicies): Sessions {
  const { identities, sealer } = context;
  /** By token; good as long as the owner's policies are the same object. */
  const known = new Map<string, { readonly owner: CallerPolicies; readonly session: KnownSession }>();

  async function ownerOf({ owner }: SessionTerms): Promise<Owner | undefined> {
    if (owner.kind === 'root') {
      const { accountId } = owner;
      const arn = `arn:aws:iam::${accountId}:root`;
      return { caller: { arn, accountId, userId: accountId }, policies: rootPolicies };
    }
    if (owner.kind === 'user') {
      const user = await identities.findUser(owner.accountId, owner.userName);
      const isHe = user?.caller.userId === owner.userId;
      const isIn = owner.loginProfileId === undefined || user?.loginProfileId === owner.loginProfileId;
      return isHe && isIn ? user : undefined;
    }
    const role = await identities.findRole(owner.arn);
    if (role?.roleId !== owner.roleId) return undefined;
    const caller: Caller = {
      arn: `arn:aws:sts::${role.accountId}:assumed-role/${role.roleName}/${owner.sessionName}`,
      accountId: role.accountId,
      userId: `${role.roleId}:${owner.sessionName}`,
      roleArn: role.arn,
      tags: role.tags,
    };
    return { caller, policies: role.policies };
  }

  async function sessionPolicies(
    { policy, policyArns = [] }: SessionTerms,
    accountId: string,
  ): Promise<readonly PolicyText[]> {
    const inline = policy === undefined ? [] : [{ name: 'the session policy', document: policy }];
    const managed = await Promise.all(policyArns.map((arn) => identities.findPolicy(accountId, arn)));
    return [...inline, ...managed.map((found, index) => found ?? nothing(policyArns[index] ?? ''))];
  }

  return {
    async find(accessKeyId, sessionToken) {
      const content = openToken(sealer, accessKeyId, sessionToken);
      if (content === undefined) return undefined;
      const { secretAccessKey, ...terms } = content;
      const owner = await ownerOf(terms);
      if (owner === undefined) return undefined;
      const before = known.get(sessionToken);
      if (before?.owner === owner.policies && terms.policyArns === undefined) return before.session;
      const session: KnownSession = {
        accessKeyId,
        secretAccessKey,
        sessionToken,
        caller: { ...owner.caller, tags: { ...owner.caller.tags, ...terms.tags }, session: factsOf(terms) },
        policies: { ...owner.policies, session: await sessionPolicies(terms, owner.caller.accountId) },
      };
      known.delete(sessionToken);
      known.set(sessionToken, { owner: owner.policies, session });
      const oldest = known.keys().next();
      if (known.size > STS_LIMITS.knownSessions && !oldest.done) known.delete(oldest.value);
      return session;
    },
  };
}

function factsOf(terms: SessionTerms): Session {
  const isOfConsole = terms.owner.kind === 'user' && terms.owner.loginProfileId !== undefined;
  const { issuedAtMs, expiresAtMs, sourceIdentity, transitiveTagKeys, federation } = terms;
  return {
    issuedAtMs,
    expiresAtMs,
    ...(isOfConsole && { isOfConsole }),
    ...(sourceIdentity !== undefined && { sourceIdentity }),
    ...(transitiveTagKeys && { transitiveTagKeys }),
    ...(federation && { federation }),
  };
}

/** Stands for a session policy that was deleted: the session is not freed of it. */
function nothing(arn: string): PolicyText {
  return { name: arn, document: '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}' };
}
