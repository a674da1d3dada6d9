import {
  cryptoKeys,
  newPrivateKey,
  Pkcs10CertificateRequestGenerator,
  SIGNING,
  SubjectAlternativeNameExtension,
} from '../../../x509/index.ts';

/** A new key and a request to certify it (RFC 2986). */
export interface SigningRequest {
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
  /** DER. */
  readonly csr: Uint8Array;
}

/** @param names host names, which stand in the extension alone (RFC 8555 section 7.4) */
export async function signingRequest(names: readonly string[]): Promise<SigningRequest> {
  const privateKey = await newPrivateKey();
  const request = await Pkcs10CertificateRequestGenerator.create({
    name: [],
    keys: await cryptoKeys(privateKey),
    signingAlgorithm: SIGNING,
    extensions: [new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }) as const))],
  });
  return { privateKey, csr: new Uint8Array(request.rawData) };
}
