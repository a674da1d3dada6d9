import type { ClientIdentity } from '../../model/index.ts';
import type { Reader } from '../../store/index.ts';
import { readFacts } from './certificates/index.ts';
import type { AcmContext } from './context.ts';
import { certificateArn, certificates, placeOfArn } from './documents.ts';
import { acmHandlers, identityOf } from './handlers.ts';
import { VALIDATION_MS } from './limits.ts';

/** A certificate that is had from an authority, and renewed there. */
export interface RequestedCertificate {
  readonly arn: string;
  readonly names: readonly string[];
  /** When the request is given up, in milliseconds since the epoch; undefined once there was a certificate. */
  readonly giveUpAtMs: number | undefined;
  readonly identity: ClientIdentity | undefined;
}

export interface AcmService {
  readonly handlers: ReturnType<typeof acmHandlers>;
  /** Those that are issued and those that are waited for; not those that were given up. */
  requested(): Promise<readonly RequestedCertificate[]>;
  find(arn: string): Promise<RequestedCertificate | undefined>;
  /** Takes what the authority issued. @returns whether the certificate is still wanted */
  issued(arn: string, identity: ClientIdentity, nowMs: number): Promise<boolean>;
  /** The authority could not validate the names in time. */
  timedOut(arn: string): Promise<void>;
}

/** The certificate service over a store. */
export function createAcmService(context: AcmContext): AcmService {
  const { store, publisher } = context;

  async function find(arn: string): Promise<RequestedCertificate | undefined> {
    const { scope, id } = placeOfArn(arn);
    const found = (await store.get(certificates, scope, id))?.value;
    if (found?.request === undefined || found.request.status === 'VALIDATION_TIMED_OUT') return undefined;
    const { request, material, createdAtMs } = found;
    return {
      arn,
      names: request.names,
      giveUpAtMs: material === undefined ? createdAtMs + VALIDATION_MS : undefined,
      identity: material && identityOf(material),
    };
  }

  return {
    handlers: acmHandlers(context),
    find,
    async requested() {
      const all = await store.scan(certificates);
      const found = await Promise.all(all.map(({ scope, id }) => find(certificateArn(scope, id))));
      return found.filter((each) => each !== undefined);
    },
    async issued(arn, identity, nowMs) {
      const { scope, id } = placeOfArn(arn);
      const [certificate = '', ...chain] =
        identity.certificate.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----\n?/g) ?? [];
      const facts = await readFacts(certificate);
      const material = { certificate, chain: chain.join(''), privateKey: identity.privateKey, facts };
      const isWanted = await store.transact(async (tx) => {
        const found = (await tx.get(certificates, scope, id))?.value;
        if (found?.request === undefined) return false;
        const request = { ...found.request, status: 'ISSUED' as const };
        await tx.put(certificates, scope, id, { ...found, request, material, materialAtMs: nowMs });
        return true;
      });
      if (isWanted) await publisher.certificateChanged(arn, identity);
      return isWanted;
    },
    async timedOut(arn) {
      const { scope, id } = placeOfArn(arn);
      await store.transact(async (tx) => {
        const found = (await tx.get(certificates, scope, id))?.value;
        if (found?.request === undefined || found.material !== undefined) return;
        const request = { ...found.request, status: 'VALIDATION_TIMED_OUT' as const };
        await tx.put(certificates, scope, id, { ...found, request });
      });
    },
  };
}

/** Every certificate that can be shown, by ARN: for whoever shows them, at start. */
export async function listIdentities(reader: Reader): Promise<ReadonlyMap<string, ClientIdentity>> {
  const identities = new Map<string, ClientIdentity>();
  for (const { scope, value } of await reader.scan(certificates)) {
    if (value.material) identities.set(certificateArn(scope, value.id), identityOf(value.material));
  }
  return identities;
}
