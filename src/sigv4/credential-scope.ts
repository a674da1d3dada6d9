import { incomplete, mismatch, type SignatureFailure } from './signature-failure.ts';
import type { SigningTime } from './signing-time.ts';

const TERMINATOR = 'aws4_request';

/** What a signing key is good for. */
export interface CredentialScope {
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** A scope that the caller insists on; what is absent may be anything. */
export type ExpectedScope = Partial<Pick<CredentialScope, 'region' | 'service'>>;

export interface ScopedCredential {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
}

/** Reads `keyid/date/region/service/aws4_request` and checks each part, all complaints in one message as AWS does. */
export function parseCredential(
  credential: string,
  time: SigningTime,
  expected: ExpectedScope,
): ScopedCredential | SignatureFailure {
  const parts = credential.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', terminator = ''] = parts;
  if (parts.length !== 5) {
    return incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  const complaints: string[] = [];
  if (region === '' || (expected.region !== undefined && region !== expected.region)) {
    complaints.push(`Credential should be scoped to a valid region, not '${region}'.`);
  }
  if (expected.service !== undefined && service !== expected.service) {
    complaints.push(`Credential should be scoped to correct service: '${expected.service}'.`);
  }
  if (terminator !== TERMINATOR) {
    complaints.push(`Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${terminator}'.`);
  }
  if (date !== time.text.slice(0, 8)) {
    complaints.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${time.text.slice(0, 8)}', from '${time.text}'.`,
    );
  }
  if (complaints.length > 0) return mismatch(complaints.join(' '));
  return { accessKeyId, scope: { date, region, service } };
}

/** The scope as it stands in a string to sign. */
export function scopeText(scope: CredentialScope): string {
  return `${scope.date}/${scope.region}/${scope.service}/${TERMINATOR}`;
}
