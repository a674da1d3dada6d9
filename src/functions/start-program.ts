import { accessSync, constants } from 'node:fs';
import type { Place, Program } from './containment/index.ts';
import { adoptProcess, type InstanceProcess, type ProcessListener } from './instance-process.ts';

/**
 * Starts a program in a place.
 * @param path where it stands on this machine, if it is the user's; that it cannot be started is then told as the kernel tells it,
 *   where the shell that starts it would only say that it has failed
 */
export function startProgram(
  place: Place,
  program: Program,
  path: string | undefined,
  listener: ProcessListener,
): InstanceProcess {
  const code = path === undefined ? undefined : obstacle(path);
  if (code === undefined) return adoptProcess(place.start(program), program.command, listener, place.programOf);
  setImmediate(listener.onExit, { kind: 'launch', command: program.command.file, code });
  const nothing = () => undefined;
  return {
    pid: undefined,
    channel: undefined,
    terminate: nothing,
    kill: nothing,
    catchUp: nothing,
    peakMemoryBytes: nothing,
    lend: nothing,
    takeBack: nothing,
  };
}

/** The system's word for why a file cannot be run; undefined when it can, as far as can be seen. */
function obstacle(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
