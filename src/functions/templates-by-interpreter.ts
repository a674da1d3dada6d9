import type { ManagedLaunch } from './interpreters.ts';
import { createTemplates, type TemplateOptions, type Templates } from './templates.ts';

/** Those of all interpreters that have run an instance. */
export interface TemplatesByInterpreter {
  /** None any more once it is closed. */
  of(launch: ManagedLaunch): Templates | undefined;
  close(): Promise<void>;
}

export function createTemplatesByInterpreter(options: Omit<TemplateOptions, 'launch'>): TemplatesByInterpreter {
  const all = new Map<string, Templates>();
  let closed = false;
  return {
    of(launch) {
      const known = all.get(launch.interpreter);
      if (known !== undefined || closed) return known;
      const begun = createTemplates({ ...options, launch });
      all.set(launch.interpreter, begun);
      return begun;
    },
    async close() {
      closed = true;
      await Promise.all([...all.values()].map((templates) => templates.close()));
    },
  };
}
