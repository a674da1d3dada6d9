/** The driver in a process of its own: each message is a run's options, and is answered with its report. */
import { type OpenLoopOptions, runOpenLoop } from './driver.ts';

process.on('message', async (options: OpenLoopOptions) => {
  const report = await runOpenLoop(options);
  process.send?.(report);
});
