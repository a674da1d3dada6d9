/**
 * A gateway worker: one process that serves requests and knows no database. Everything it needs comes over the link to
 * the control process: which stages there are, their snapshots, and the functions' answers.
 */
import { randomUUID } from 'node:crypto';
import { createGateway } from '../../gateway/index.ts';
import { H1Client } from '../../http/index.ts';
import type { FunctionInvoker, InvocationResult } from '../../model/index.ts';
import { type ControlCalls, openLink, type WorkerCalls } from '../link/index.ts';
import { startLoadMeter } from './load-meter.ts';
import { createPorts } from './ports.ts';

/** As often as the control process looks at the load. */
const LOAD_REPORT_MS = 1_000;

const upstream = new H1Client();
const ports = createPorts((exchange) => gateway.handle(exchange));

const link = openLink<WorkerCalls, ControlCalls>(
  'child',
  {
    send: (message, callback) => process.send?.(message, undefined, undefined, callback),
    on: (event, received) => process.on(event, received),
  },
  {
    async serve(order) {
      gateway.setStages(order.stages);
      startLoadMeter(LOAD_REPORT_MS, (load) => void link.call('report', load).catch(() => undefined));
      return ports.open(order);
    },
    putStage: (ref) => gateway.putStage(ref),
    removeStage: (ref) => gateway.removeStage(ref.apiId, ref.stageName),
    setStages: (refs) => gateway.setStages(refs),
    putCertificate: (certificate) => ports.putCertificate(certificate),
    setTicketKeys: (keys) => ports.setTicketKeys(keys),
    putChallenge: ({ token, keyAuthorization }) => ports.challenges.put(token, keyAuthorization),
    removeChallenge: (token) => ports.challenges.remove(token),
    async drain(graceMs) {
      await ports.close(graceMs);
      upstream.close();
    },
  },
);

const functions: FunctionInvoker = {
  invoke(request, signal) {
    const answer = link.call('invoke', request).catch(unreachable);
    return signal === undefined ? answer : Promise.race([answer, aborted(signal)]);
  },
};

const gateway = createGateway({
  loadSnapshot: async (ref) => {
    const snapshot = await link.call('loadSnapshot', ref);
    if (snapshot === undefined) throw new Error(`Stage ${ref.stageName} of API ${ref.apiId} is deployed no more.`);
    return snapshot;
  },
  functions,
  upstream,
  now: Date.now,
  uuid: randomUUID,
  warn: (message, detail) => void link.call('warn', { message, detail }).catch(() => undefined),
});

// Without its control process a worker would serve stale stages for ever; the process tree ends as one.
process.on('disconnect', () => process.exit(0));
// The terminal sends Ctrl-C to the whole group: the control process decides when a worker ends.
process.on('SIGINT', ignore);
process.on('SIGTERM', ignore);

function ignore(): void {
  // See above.
}

function unreachable(error: Error): InvocationResult {
  return { kind: 'refused', reason: 'ServiceFailure', message: error.message };
}

/** Rejects when the client has gone; the function runs on, as on AWS, and nobody waits for it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
