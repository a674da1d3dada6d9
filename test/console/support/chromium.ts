import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Whole browsers, as users have them. */
export const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
/** The shell has no windows, tabs or extensions of its own, and takes a fifth less of the CPU (docs/decisions/0040). */
const SHELL_OR_BROWSER = ['chromium-headless-shell', ...BROWSERS];

/**
 * The system's Chromium, found on the PATH; undefined when there is none.
 * @param names of programs, the best one first
 */
export async function chromiumPath(names: readonly string[] = SHELL_OR_BROWSER): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
