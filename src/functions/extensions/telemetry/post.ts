/**
 * Sends a batch to a port of this machine.
 * @returns whether it was taken; never rejects
 */
export async function postBatch(port: number, path: string, body: string, timeoutMs: number): Promise<boolean> {
  // Loaded with the first function, as the Runtime API's server is.
  const { request } = await import('node:http');
  return new Promise((resolve) => {
    const outgoing = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      agent: false,
      timeout: timeoutMs,
      headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) },
    });
    outgoing.on('response', (response) => {
      response.on('error', () => undefined).resume();
      resolve((response.statusCode ?? 500) < 300);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('It did not answer in time.')));
    outgoing.on('error', () => resolve(false));
    outgoing.end(body);
  });
}
