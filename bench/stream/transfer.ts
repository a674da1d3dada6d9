import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { fill } from './fill.ts';

/** The two ways in which a body can go. */
export type Direction = 'to the client' | 'to the backend';

/** Sends a body through a proxy or takes one, and counts it. @throws when it does not arrive whole */
export async function transfer(base: string, direction: Direction, bytes: number): Promise<void> {
  const arrived = direction === 'to the client' ? await download(`${base}/${bytes}`) : await upload(`${base}/0`, bytes);
  if (arrived !== bytes) throw new Error(`${arrived} of ${bytes} bytes arrived ${direction}.`);
}

async function download(url: string): Promise<number> {
  const outgoing = request(url, { agent: false });
  outgoing.end();
  const response = await answer(outgoing);
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return bytes;
}

async function upload(url: string, bytes: number): Promise<number> {
  const outgoing = request(url, { method: 'POST', agent: false, headers: { 'Content-Length': bytes } });
  const answered = answer(outgoing);
  await Promise.race([fill(outgoing, bytes), answered]);
  outgoing.end();
  let text = '';
  for await (const chunk of await answered) text += String(chunk);
  return Number(text);
}

async function answer(outgoing: ReturnType<typeof request>): Promise<IncomingMessage> {
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`The proxy answered ${response.statusCode}.`);
  return response;
}
