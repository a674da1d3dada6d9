import { SealError, type Sealer } from '../../../sealing/index.ts';

/** Whose session it is, by ids that no later namesake has. */
export type SessionOwner =
  | { readonly kind: 'role'; readonly arn: string; readonly roleId: string; readonly sessionName: string }
  | {
      readonly kind: 'user';
      readonly accountId: string;
      readonly userName: string;
      readonly userId: string;
      /** The password by which he signed in at the console: without it there is no session. */
      readonly loginProfileId?: string;
    }
  | { readonly kind: 'root'; readonly accountId: string };

/** What was agreed when a session began. */
export interface SessionTerms {
  readonly owner: SessionOwner;
  /** Milliseconds since the epoch, both. */
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  /** A session policy, as JSON text. */
  readonly policy?: string;
  /** Managed policies that are session policies. */
  readonly policyArns?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Keys of the tags that go on to sessions of roles that this one assumes. */
  readonly transitiveTagKeys?: readonly string[];
  readonly sourceIdentity?: string;
  readonly federation?: { readonly provider: string; readonly subject: string; readonly audience: string };
}

interface Content extends SessionTerms {
  readonly secretAccessKey: string;
}

/** A token belongs to one access key id, and opens with no other. */
function purposeOf(accessKeyId: string): string {
  return `session ${accessKeyId}`;
}

export function sealToken(sealer: Sealer, accessKeyId: string, secretAccessKey: string, terms: SessionTerms): string {
  const content: Content = { ...terms, secretAccessKey };
  return sealer.seal(JSON.stringify(content), purposeOf(accessKeyId));
}

/** Undefined for what nobody here has sealed for this key. */
export function openToken(sealer: Sealer, accessKeyId: string, token: string): Content | undefined {
  try {
    return JSON.parse(sealer.open(token, purposeOf(accessKeyId))) as Content;
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}
