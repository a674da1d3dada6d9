import { bootstrapFile } from '../command.ts';
import { LIMITS } from '../limits.ts';
import { killGroup } from '../process-group.ts';
import type { TemplatePlace } from './place.ts';

/**
 * Looks from inside for what a function needs.
 * @throws with what is wrong, in a few words
 */
export async function tryPlace(place: TemplatePlace): Promise<void> {
  const bootstrap = bootstrapFile(place.launch.kind, place.bootstraps);
  const script = 'test -x "$1" && test -r "$2" && test -x "$3"';
  const args = ['-c', script, 'sh', place.launch.interpreter, bootstrap, place.mustEnter];
  const child = place.start({ file: '/bin/sh', args }, {});
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMITS.placeMs);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  try {
    if ((await ended) === 0) return;
    throw new Error(complaint.trim().split('\n')[0] || `Of ${args.slice(3).join(', ')} one is out of reach`);
  } finally {
    clearTimeout(timer);
    if (child.pid !== undefined) killGroup(child.pid);
    for (const stream of child.stdio) stream?.destroy();
    place.release();
  }
}
