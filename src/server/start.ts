import { type Addresses, compose, type Parts } from './compose.ts';
import { createLog, type Log } from './log.ts';
import type { Settings } from './settings/index.ts';

/** A started Sallyport: where it answers, and how to end it. */
export interface RunningServer extends Addresses {
  readonly log: Log;
  /** Replaces every gateway worker by a new process without failing a request. */
  reload(): Promise<void>;
  /** Finishes running requests (bounded by the drain timeout) and ends every process. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts the process tree and resolves when everything listens.
 * @throws {StartError} with a sentence for the operator; nothing is left running then
 */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const parts: Parts = {};
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= end(parts, settings.drainTimeoutMs);
    return stopped;
  };
  try {
    const log = createLog(settings.logLevel, settings.logFormat);
    const addresses = await compose(settings, log, parts);
    return { ...addresses, log, stop, reload: async () => parts.pool?.reload() };
  } catch (error) {
    await end(parts, 0);
    throw error;
  }
}

/** From the outside in: what is still running may need what is ended after it. */
async function end(
  {
    audit,
    controlListener,
    scaler,
    stopHttps,
    stopLogExpiry,
    stopFollowing,
    pool,
    telemetry,
    otlp,
    localCounts,
    stopGatewayMetrics,
    control,
    store,
    data,
  }: Parts,
  graceMs: number,
): Promise<void> {
  scaler?.stop();
  stopLogExpiry?.();
  stopGatewayMetrics?.();
  control?.logs.endTails();
  await stopHttps?.();
  await Promise.all([controlListener?.close(graceMs), pool?.stop(graceMs)]);
  await audit?.close();
  await control?.alarms.stop();
  control?.lambda.stopEvents();
  await control?.runtime.close(graceMs);
  // Functions have logged until now, and what they logged may call others at the next start.
  await telemetry?.close();
  await otlp?.close();
  await stopFollowing?.();
  await control?.lambda.close();
  localCounts?.stop();
  await control?.logStore.close();
  await control?.usage.ledger.close();
  await control?.metrics.stop();
  await store?.close();
  await data?.close();
}
