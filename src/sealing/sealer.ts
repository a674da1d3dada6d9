import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
/** Of every key that is given in or derived. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Begins every sealed text, and says how to read the rest. */
const MARK = 'sealed.1.';

/** A text cannot be opened: it was sealed with another key or for another purpose, or somebody changed it. */
export class SealError extends Error {
  constructor(purpose: string) {
    super(`What was sealed for ${purpose} cannot be opened with this key.`);
    this.name = 'SealError';
  }
}

export interface Sealer {
  /**
   * @param purpose what the text is for; it must be told again to open it
   * @returns printable ASCII without spaces
   */
  seal(text: string, purpose: string): string;
  /** @throws {SealError} */
  open(sealed: string, purpose: string): string;
}

export interface SealerOptions {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** Tells this sealer's key apart from others that come from the same one. */
  readonly use: string;
  /** So many random bytes; a nonce must never come twice. */
  randomBytes(size: number): Uint8Array;
}

export function createSealer({ key, use, randomBytes }: SealerOptions): Sealer {
  const derived = derive(key, use);
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, derived, nonce).setAAD(Buffer.from(purpose, 'utf8'));
      const body = [cipher.update(text, 'utf8'), cipher.final()];
      return MARK + Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, purpose) {
      const bytes = isSealed(sealed) ? Buffer.from(sealed.slice(MARK.length), 'base64url') : Buffer.alloc(0);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealError(purpose);
      const decipher = createDecipheriv(ALGORITHM, derived, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(purpose, 'utf8'))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        throw new SealError(purpose);
      }
    },
  };
}

export function isSealed(text: string): boolean {
  return text.startsWith(MARK);
}

/** Names a key without telling anything of it. */
export function keyId(key: Uint8Array): string {
  return derive(key, 'key id').subarray(0, 8).toString('hex');
}

function derive(key: Uint8Array, use: string): Buffer {
  if (key.length !== KEY_BYTES) throw new TypeError(`A key has ${KEY_BYTES} bytes.`);
  return Buffer.from(hkdfSync('sha256', key, '', `sallyport ${use}`, KEY_BYTES));
}
