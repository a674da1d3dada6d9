import { createHash, createHmac, randomBytes } from 'node:crypto';

/**
 * The client's side of SRP, written anew with plain big numbers from RFC 5054 and Cognito's dialect, so that it shares nothing
 * with the server's. `amazon-cognito-identity-js` speaks with the server in test/access.
 */
const N = BigInt(
  `0x${
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B' +
    '302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6' +
    '49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D' +
    '670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718' +
    '3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7D' +
    'B3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF'
  }`,
);
const G = 2n;

export function srpClient(poolId: string) {
  const a = BigInt(`0x${randomBytes(64).toString('hex')}`);
  const publicA = power(G, a);
  return {
    SRP_A: publicA.toString(16),
    /** What answers the challenge. */
    respond(challenge: Readonly<Record<string, string>>, password: string) {
      const { SALT = '', SECRET_BLOCK = '', SRP_B = '', USER_ID_FOR_SRP: user = '' } = challenge;
      const pool = poolId.split('_')[1] ?? '';
      const publicB = BigInt(`0x${SRP_B}`);
      const x = hash(Buffer.from(pad(BigInt(`0x${SALT}`)), 'hex'), sha256(`${pool}${user}:${password}`));
      const u = hash(Buffer.from(pad(publicA) + pad(publicB), 'hex'));
      const k = hash(Buffer.from(pad(N) + pad(G), 'hex'));
      const base = (((publicB - k * power(G, x)) % N) + N) % N;
      const secret = power(base, a + u * x);
      const extracted = createHmac('sha256', Buffer.from(pad(u), 'hex'))
        .update(Buffer.from(pad(secret), 'hex'))
        .digest();
      const key = createHmac('sha256', extracted).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
      const TIMESTAMP = 'Sat Jan 31 12:00:00 UTC 2026';
      const claim = createHmac('sha256', key)
        .update(pool + user)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(TIMESTAMP);
      return {
        USERNAME: user,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: claim.digest('base64'),
        TIMESTAMP,
      };
    },
  };
}

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

function hash(...parts: readonly Buffer[]): bigint {
  return BigInt(`0x${sha256(...parts).toString('hex')}`);
}

function pad(number: bigint): string {
  const digits = number.toString(16);
  const even = digits.length % 2 === 1 ? `0${digits}` : digits;
  return /^[89a-f]/.test(even) ? `00${even}` : even;
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, rest] = [1n, base % N, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}
