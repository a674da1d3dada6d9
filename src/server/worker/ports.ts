import { type Exchange, type H1Listener, H1Server, listenH1, type SocketHandle } from '../../http/index.ts';
import type { CustomDomain } from '../../model/index.ts';
import type { HttpsOrder, IdentifiedCertificate, ListenFailure, Ports, ServeOrder } from '../link/index.ts';
import { type ChallengeBoard, createChallengeBoard } from '../tls/acme/challenges.ts';
import { createPlainPort } from '../tls/plain-port.ts';
import type { HttpsListener } from './https.ts';

/** The ports of a worker: the plain one, and with certificates the encrypted one. */
export interface WorkerPorts {
  readonly challenges: ChallengeBoard;
  /** Connections of HTTP/1.1 that clients have open. */
  readonly connections: number;
  /** Takes the bound socket of a port; without one `open` binds the port itself, sharing it as `node:cluster` does. */
  takeSocket(listener: keyof Ports, socket: SocketHandle): void;
  open(order: ServeOrder): Promise<ListenFailure | undefined>;
  putCertificate(certificate: IdentifiedCertificate): void;
  setTicketKeys(keys: Uint8Array): void;
  putDomain(domain: CustomDomain): void;
  removeDomain(domainName: string): void;
  setDomains(domains: readonly CustomDomain[]): void;
  /** Lets running requests finish and closes both. */
  close(graceMs: number): Promise<void>;
}

/** @param serve the gateway; takes every exchange that is not about the connection itself */
export function createPorts(serve: (exchange: Exchange) => void): WorkerPorts {
  const challenges = createChallengeBoard();
  /** HTTP/1.1 on connections that come with encryption. */
  const encrypted = new H1Server({ onExchange: serve });
  const sockets = new Map<keyof Ports, SocketHandle>();
  let plain: H1Listener | undefined;
  let https: HttpsListener | undefined;

  async function openHttps(host: string, order: HttpsOrder): Promise<HttpsListener> {
    for (const { token, keyAuthorization } of order.challenges) challenges.put(token, keyAuthorization);
    const { listenHttps } = await import('./https.ts');
    const at = { host, port: order.port, socket: sockets.get('https') };
    return listenHttps(at, order, serve, (socket) => encrypted.serve(socket));
  }

  return {
    challenges,
    get connections() {
      return (plain?.connections ?? 0) + encrypted.connections;
    },
    takeSocket: (listener, socket) => void sockets.set(listener, socket),
    async open({ host, port, https: order, domains }) {
      try {
        if (order) https = await openHttps(host, order);
        https?.setDomains(domains);
      } catch (error) {
        return { code: codeOf(error), listener: 'https' };
      }
      try {
        const socket = sockets.get('gateway');
        plain = await listenH1({ host, port, socket, onExchange: order ? plainPort(order) : serve });
      } catch (error) {
        return { code: codeOf(error), listener: 'gateway' };
      }
      return undefined;
    },
    putCertificate: (certificate) => https?.putCertificate(certificate),
    setTicketKeys: (keys) => https?.setTicketKeys(keys),
    putDomain: (domain) => https?.putDomain(domain),
    removeDomain: (domainName) => https?.removeDomain(domainName),
    setDomains: (domains) => https?.setDomains(domains),
    async close(graceMs) {
      await Promise.all([plain?.close(graceMs), https?.close(graceMs), encrypted.close(graceMs)]);
    },
  };

  function plainPort({ redirect, port }: HttpsOrder): (exchange: Exchange) => void {
    const challenge = (target: string) => challenges.answer(target);
    return createPlainPort({ challenge, httpsPort: redirect ? port : undefined, serve });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
