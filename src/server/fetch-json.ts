/** A JWK Set and a discovery document, in bytes and time (fact table A17, "HTTP API": 150,000 bytes in 1.5 s). */
const MOST_BYTES = 150_000;
const FETCH_MS = 1_500;

/**
 * Fetches what an issuer of tokens publishes, as parsed JSON.
 * @returns undefined for 404
 * @throws when the answer is late, too long, a redirect, an error or no JSON
 */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
  if (response.status === 404) {
    await response.body?.cancel();
    return undefined;
  }
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`${url} answered more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
