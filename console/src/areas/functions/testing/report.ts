/** What Lambda says of one invocation in its log (Lambda guide, "Sending function logs to CloudWatch Logs"). */
export interface Report {
  readonly requestId: string | undefined;
  readonly durationMs: number | undefined;
  readonly billedMs: number | undefined;
  readonly initMs: number | undefined;
  readonly memoryMb: number | undefined;
  readonly usedMb: number | undefined;
}

/** The figures of a log's last `REPORT`. */
export function reportOf(log: string): Report {
  const line = log.slice(Math.max(0, log.lastIndexOf('REPORT RequestId:'))).split('\n')[0] ?? '';
  const figure = (name: string): number | undefined => {
    const text = new RegExp(`(?:^|\\t)${name}: ([\\d.]+) `).exec(line)?.[1];
    return text === undefined ? undefined : Number(text);
  };
  return {
    requestId: /^REPORT RequestId: (\S+)/.exec(line)?.[1],
    durationMs: figure('Duration'),
    billedMs: figure('Billed Duration'),
    initMs: figure('Init Duration'),
    memoryMb: figure('Memory Size'),
    usedMb: figure('Max Memory Used'),
  };
}
