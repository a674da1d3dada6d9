import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoadTruststore, TruststoreUnreadable } from '../services/apigateway/index.ts';

/** As much as a truststore may have (features A11.5), and a little, so that the service can say that it is too large. */
const MAX_BYTES = 1_100_000;
const TIMEOUT_MS = 10_000;

/**
 * Reads the truststores of mutual TLS: `s3://BUCKET/KEY` is `BUCKET/KEY` below a folder, or below the URL of something that
 * speaks S3 and asks for no credentials there.
 * @param location the setting `truststores`: a path or an http(s) URL
 */
export function createTruststoreLoader(location: string | undefined): LoadTruststore {
  return async (uri, version) => {
    if (location === undefined) {
      throw new TruststoreUnreadable(
        `The truststore ${uri} cannot be read: set "truststores" to the folder or to the S3 endpoint where it lies.`,
      );
    }
    const path = pathOf(uri);
    const isRemote = /^https?:\/\//.test(location);
    return isRemote ? fetchTruststore(location, path, version) : readTruststore(location, path, version);
  };
}

/** Bucket and key; a key that would lead out of its folder leads nowhere. */
function pathOf(uri: string): string {
  const path = uri.slice('s3://'.length);
  const isInside =
    !path.split('/').some((part) => part === '' || part === '.' || part === '..') && !path.includes('\0');
  if (!isInside) throw new TruststoreUnreadable(`The truststore ${uri} cannot be read: its key is no path.`);
  return path;
}

async function readTruststore(folder: string, path: string, version: string | undefined): Promise<string> {
  if (version !== undefined) {
    throw new TruststoreUnreadable('A truststore in a folder has no versions; leave truststoreVersion out.');
  }
  try {
    const file = join(folder, path);
    if ((await stat(file)).size > MAX_BYTES)
      throw new TruststoreUnreadable(`The truststore s3://${path} is too large.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof TruststoreUnreadable) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new TruststoreUnreadable(`The truststore s3://${path} cannot be read (${code ?? String(error)}).`);
  }
}

async function fetchTruststore(endpoint: string, path: string, version: string | undefined): Promise<string> {
  const key = path.split('/').map(encodeURIComponent).join('/');
  const query = version === undefined ? '' : `?versionId=${encodeURIComponent(version)}`;
  try {
    const response = await fetch(`${endpoint.replace(/\/+$/, '')}/${key}${query}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await readBounded(response);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TruststoreUnreadable(`The truststore s3://${path} cannot be read (${reason}).`);
  }
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error('it is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
