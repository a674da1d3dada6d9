import type { Places, Running, Subject } from './subject.ts';

/** Starts what can be started here, and names the rest. */
export async function startSubjects(
  subjects: readonly Subject[],
  places: Places,
): Promise<{ readonly running: ReadonlyMap<Subject, Running>; readonly missing: readonly string[] }> {
  const running = new Map<Subject, Running>();
  const missing: string[] = [];
  for (const subject of subjects) {
    const started = await subject.start(places);
    if (started === undefined) missing.push(subject.name);
    else running.set(subject, started);
  }
  return { running, missing };
}

export async function stopAll(running: ReadonlyMap<Subject, Running>): Promise<void> {
  for (const started of running.values()) await started.stop();
}
