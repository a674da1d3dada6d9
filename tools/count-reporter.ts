import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that other programs can read: `N passed, N failed`, and what was skipped. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const brokenFiles = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const skipped = count('skipped');
    console.log(
      `${count('passed')} passed, ${count('failed') + brokenFiles.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    );
  }
}
