import { createReadStream } from 'node:fs';
import type { Exchange } from '../http/index.ts';
import type { LambdaService } from '../services/lambda/index.ts';

/** Answers requests for the zip files of functions and layers: their addresses are signed, so nobody needs credentials. */
export function createCodePort(
  { findDownload }: Pick<LambdaService, 'findDownload'>,
  onError: (error: unknown) => void,
): (exchange: Exchange) => void {
  const answer = async (exchange: Exchange): Promise<void> => {
    const isRead = exchange.method === 'GET';
    const found = isRead ? await findDownload(exchange.target) : undefined;
    if (found === undefined || found === 'forbidden') return refuse(exchange, isRead ? 403 : 405);
    const headers = ['Content-Type', 'application/zip', 'Content-Length', String(found.sizeBytes)];
    exchange.respond(200, headers, createReadStream(found.path));
  };
  return (exchange) => {
    answer(exchange).catch((error: unknown) => {
      if (exchange.signal.aborted) return;
      onError(error);
      refuse(exchange, 500);
    });
  };
}

function refuse(exchange: Exchange, status: number): void {
  const message = status === 403 ? 'The address is not signed, or no longer good.' : 'The code cannot be had so.';
  exchange.respond(status, ['Content-Type', 'application/json'], Buffer.from(JSON.stringify({ message })));
}
