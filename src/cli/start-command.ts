import { packageVersion } from '../package/index.ts';
import { loadServer, loadSettings, type RunningServer } from '../server/index.ts';
import { banner, functionsLine } from './banner.ts';
import type { CommandIo } from './command-io.ts';
import { describeContainment } from './describe-containment.ts';
import { outliveReader } from './gone-reader.ts';
import { workFreely } from './start-memory.ts';
import { listenForStop } from './stop-signals.ts';

/**
 * `sallyport start`: serves until SIGTERM or SIGINT, then stops in order. SIGHUP replaces the gateway's workers.
 * @param args the flags
 * @throws {StartError}
 */
export async function startCommand(args: readonly string[], io: CommandIo): Promise<void> {
  const settings = await loadSettings(args, io);
  // A signal that comes while we start is kept, so that what was begun is also put away.
  const signals = listenForStop(process, () => process.exit(1));
  try {
    const { startServer } = await loadServer();
    const server = await startServer(settings);
    workFreely();
    if (settings.logFormat === 'json') logStart(server);
    else {
      outliveReader();
      io.print(banner(packageVersion(), server));
      void server.functions().then((functions) => io.print(functionsLine(functions)));
    }
    const reload = () => void server.reload();
    process.on('SIGHUP', reload);
    await signals.first;
    process.off('SIGHUP', reload);
    await server.stop();
  } finally {
    signals.release();
  }
  // All is put away. Whoever still tries to reach a collector that does not answer has had his time.
  process.exit();
}

/** What the banner says, for programs. */
function logStart({
  log,
  controlUrl,
  gatewayUrl,
  httpsUrl,
  credentialsPath,
  accounts,
  functions,
}: RunningServer): void {
  log.info('Sallyport is ready.', {
    version: packageVersion(),
    controlUrl,
    gatewayUrl,
    ...(httpsUrl !== undefined && { httpsUrl }),
    ...(credentialsPath !== undefined && { credentialsPath }),
    // Accounts have secrets, too, whatever their type shows.
    accounts: accounts.map((account) => ({ accountId: account.accountId, credentialsPath: account.credentialsPath })),
  });
  void functions().then((kept) => log.info('Functions can run.', { containment: describeContainment(kept) }));
}
