import { spawnSync } from 'node:child_process';

/** Whether `python3` can import a module: the tests that need it say so and are skipped without it. */
export function pythonHas(module: string): boolean {
  return spawnSync('python3', ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a Python program and gives what it prints.
 * @param input what it reads from its standard input
 * @throws with its standard error when it fails
 */
export function runPython(program: string, input: string): string {
  const result = spawnSync('python3', ['-c', program], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (result.status !== 0) throw new Error(`python3 failed: ${result.stderr}`);
  return result.stdout;
}
