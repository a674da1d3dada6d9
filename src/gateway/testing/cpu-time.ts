/**
 * Waits for something, and measures the CPU that this process takes meanwhile: what else the machine does, or its host, does not count.
 * @returns what came of it, and milliseconds
 */
export async function cpuTimeOf<Result>(act: () => Promise<Result>): Promise<{ result: Result; cpuMs: number }> {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  return { result, cpuMs: (user + system) / 1_000 };
}
