import type { Scope } from '../../../model/index.ts';
import { defineKind, type Transaction } from '../../../store/index.ts';

/** CORS of a function URL (API reference, `Cors`). */
export interface Cors {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  /** Seconds. */
  readonly MaxAge?: number | undefined;
}

/** A function URL as it is stored, by `NAME/QUALIFIER`. */
export interface FunctionUrl {
  /** The first label of its host. */
  readonly urlId: string;
  readonly authType: 'NONE' | 'AWS_IAM';
  readonly cors?: Cors;
  readonly invokeMode: 'BUFFERED' | 'RESPONSE_STREAM';
  /** `2026-11-22T12:00:00.000Z` */
  readonly creationTime: string;
  readonly lastModifiedTime: string;
}

export const functionUrlKind = defineKind<FunctionUrl>('FunctionUrl');

/** Which function a URL's id belongs to: `NAME/QUALIFIER`, by the id. */
export const urlIdKind = defineKind<{ readonly owner: string }>('FunctionUrlId');

/**
 * Takes a URL away with its address, so that nobody's next URL is found at an old one; does nothing where there is none.
 * @param owner `NAME/QUALIFIER`
 */
export async function deleteUrl(tx: Transaction, scope: Scope, owner: string): Promise<void> {
  const url = (await tx.get(functionUrlKind, scope, owner))?.value;
  if (url === undefined) return;
  await tx.delete(functionUrlKind, scope, owner);
  await tx.delete(urlIdKind, scope, url.urlId);
}
