import { packageVersion } from '../package/index.ts';
import { loadServer, loadSettings } from '../server/index.ts';
import { banner, functionsLine } from './banner.ts';
import type { CommandIo } from './command-io.ts';
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
    io.print(banner(packageVersion(), server));
    void server.functions().then((functions) => io.print(functionsLine(functions)));
    const reload = () => void server.reload();
    process.on('SIGHUP', reload);
    await signals.first;
    process.off('SIGHUP', reload);
    await server.stop();
  } finally {
    signals.release();
  }
}
