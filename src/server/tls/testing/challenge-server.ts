import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChallengeBoard, createChallengeBoard } from '../acme/challenges.ts';

/** The plain port of a gateway, as far as an authority sees it. */
export interface ChallengeServer {
  readonly board: ChallengeBoard;
  readonly port: number;
  /** Paths that were asked for and had no answer. */
  readonly misses: string[];
  close(): Promise<void>;
}

export async function startChallengeServer(): Promise<ChallengeServer> {
  const board = createChallengeBoard();
  const misses: string[] = [];
  const server = createServer((request, response) => {
    const answer = board.answer(request.url ?? '');
    if (answer === undefined) misses.push(request.url ?? '');
    response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/octet-stream' });
    response.end(answer ?? 'nothing here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    board,
    port: (server.address() as AddressInfo).port,
    misses,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
