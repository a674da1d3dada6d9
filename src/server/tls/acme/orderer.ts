import type { CertificatePem } from '../../../http/index.ts';
import { type AccountTerms, openAccount } from './account.ts';
import type { Challenges } from './challenges.ts';
import { type AcmeEnvironment, connectAcme } from './client.ts';
import { signingRequest } from './csr.ts';
import { orderCertificate } from './order.ts';
import type { AcmeStorage } from './storage.ts';

/** From whom certificates are ordered, and how names are proven. */
export interface OrderTerms {
  /** Where the authority's directory is (RFC 8555 section 7.1.1). */
  readonly directoryUrl: string;
  readonly terms: AccountTerms;
  readonly storage: Pick<AcmeStorage, 'accountKey'>;
  readonly challenges: Challenges;
}

/** Gets one certificate for names. Rejects with `AcmeError`, or when the environment's signal aborts. */
export type Orderer = (names: readonly string[]) => Promise<CertificatePem>;

/** Orders wait for each other: an authority counts what comes at the same time. */
export function createOrderer(
  { directoryUrl, terms, storage, challenges }: OrderTerms,
  environment: AcmeEnvironment,
): Orderer {
  let last: Promise<unknown> = Promise.resolve();

  async function order(names: readonly string[]): Promise<CertificatePem> {
    environment.signal.throwIfAborted();
    const client = await connectAcme(directoryUrl, await storage.accountKey(directoryUrl), environment);
    const account = await openAccount(client, terms);
    const { privateKey, csr } = await signingRequest(names);
    return { certificate: await orderCertificate(client, account, { names, csr, challenges }), privateKey };
  }

  return (names) => {
    const result = last.then(() => order(names));
    last = result.catch(() => undefined);
    return result;
  };
}
