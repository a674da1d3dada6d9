import { LIMITS } from '../limits.ts';
import { killGroup } from '../process-group.ts';
import type { TemplatePlace } from './place.ts';

/**
 * Runs something harmless in a place that has the interpreter in sight.
 * @throws with what is wrong, in a few words
 */
export async function tryPlace(place: TemplatePlace): Promise<void> {
  const { interpreter } = place.launch;
  const child = place.start({ file: '/bin/sh', args: ['-c', 'test -x "$1"', 'sh', interpreter] });
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
    throw new Error(complaint.trim().split('\n')[0] || `${interpreter} is out of reach`);
  } finally {
    clearTimeout(timer);
    if (child.pid !== undefined) killGroup(child.pid);
    for (const stream of child.stdio) stream?.destroy();
    place.release();
  }
}
