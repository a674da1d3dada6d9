import { templateCommand } from './command.ts';
import type { ManagedLaunch } from './interpreters.ts';
import { LIMITS } from './limits.ts';
import { createTemplates, type TemplateOptions, type Templates } from './templates.ts';

/**
 * Those of all programs that have run an instance of late: an interpreter and what it is told when it starts, which for Node.js is how
 * much memory there is for its heap. Of many programs, those not asked for longest give way.
 */
export interface TemplatesByProgram {
  /** None any more once it is closed. */
  of(launch: ManagedLaunch, memorySizeMb: number): Templates | undefined;
  close(): Promise<void>;
}

export function createTemplatesByProgram(
  options: Omit<TemplateOptions, 'launch' | 'memorySizeMb'>,
): TemplatesByProgram {
  /** The one that was asked for last comes last. */
  const all = new Map<string, Templates>();
  const closing = new Set<Promise<void>>();
  let closed = false;

  const giveUp = (name: string, templates: Templates) => {
    all.delete(name);
    const given = templates.close().finally(() => closing.delete(given));
    closing.add(given);
  };
  return {
    of(launch, memorySizeMb) {
      if (closed) return undefined;
      const { file, args } = templateCommand(launch, memorySizeMb, '');
      const name = [file, ...args].join('\n');
      const templates = all.get(name) ?? createTemplates({ ...options, launch, memorySizeMb });
      all.delete(name);
      all.set(name, templates);
      const [oldest] = all;
      if (oldest !== undefined && all.size > LIMITS.templatePrograms) giveUp(...oldest);
      return templates;
    },
    async close() {
      closed = true;
      for (const each of all) giveUp(...each);
      await Promise.all(closing);
    },
  };
}
