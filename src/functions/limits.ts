/** The figures of the function runtime. Where AWS publishes or sends one, it is AWS's. */
export const LIMITS = {
  /** What a function may answer. AWS documents 6 MB and names this figure in its refusal (recorded, November 2025). */
  maxResponseBytes: 6_291_556,
  /** What a function may stream (API reference, `FunctionUrlConfig`, `RESPONSE_STREAM`: 200 MB). */
  maxStreamedBytes: 209_715_200,
  /** Our own: so much of a streamed answer waits for its reader; then the runtime is slowed down. */
  unreadAnswerBytes: 262_144,
  /** Lambda guide, "Understanding the Lambda execution environment lifecycle": the init phase is limited to 10 seconds. */
  initTimeoutMs: 10_000,
  /** Lambda API reference, `Invoke`, `LogResult`: the last 4 KB of the log. */
  logTailBytes: 4096,
  /** Characters; a longer line is cut in pieces. CloudWatch Logs, the largest event of `PutLogEvents` (256 KB until 2025). */
  maxLogLineLength: 262_144,
  /** Our own: how long after an instance has been started the next template is. */
  templateDelayMs: 150,
  /** Our own: of so many programs one is kept ready. One of Node.js takes about 45 MB, some of which all share. */
  templatePrograms: 4,
  /** Our own: how often the peak of an instance's memory is looked up for REPORT lines. */
  memoryLookMs: 50,
  /** Our own: how often instances that run are held to their limits. */
  watchEveryMs: 100,
  /** Our own: for how long instances are looked at in one go. */
  watchAtOnceMs: 1,
  /** Our own: of the time at most this part goes into looking at one instance, however many processes it has. */
  watchShare: 0.05,
  /** Our own: how fast what an instance writes is read: whoever reads it has others to serve. */
  outputBytesPerSecond: 33_554_432,
  /** Our own: a line counts as so many bytes more, since each becomes a log event. */
  outputLineBytes: 512,
  /** Our own: temporary storage is looked at, and all processes are looked for, every so many times. */
  thoroughEveryTurns: 10,
  /** Our own: the storage of a function that has asked for no more than this lies in memory, where the kernel bounds it. */
  memoryStorageMb: 1_024,
  /** Our own: how long it may take to make the place of an instance. */
  placeMs: 5_000,
  /** Our own: users that instances can be, more than there may be instances. */
  userIds: 16_384,
  /** The first of the ids that systemd's list of ranges says are unused (UIDS-GIDS, 2025). */
  firstUserId: 1_879_048_192,
  /** Of one instance (Lambda quotas: 1,024 execution processes and threads); threads are counted where the kernel does. */
  maxProcesses: 1_024,
  /** Our own: those that lead an instance into its place, of which some stay. */
  launcherProcesses: 3,
  /** Our own: what the kernel may keep for an instance beside its memory and its files, until it takes it for too much. */
  groupMemoryMb: 64,
  /** Our own: in microseconds, how soon an instance that has used up its share of the CPU has another. */
  cpuPeriodUs: 20_000,
  /** Our own: how far a function steps back behind whatever else runs, where it has no control group. */
  mostNiceness: 5,
  /** Our own: how many open files are looked at to find who has connected. */
  peerLooks: 4_096,
  /** Our own: how long the kernel may take to end what is in a control group. */
  groupRemovalMs: 2_000,
  /** Our own: how often the scheduler is asked for a share when many ask, and how long after one another. */
  autogroupTurns: 50,
  autogroupPauseMs: 110,
  /** Of temporary storage, where a function does not say (Lambda quotas). */
  defaultStorageMb: 512,
  /** Of one process (Lambda quotas: 1,024 file descriptors). */
  maxOpenFiles: 1_024,
  /** Our own: how long a runtime that has left its channel may take to exit by itself. */
  channelGraceMs: 500,
  /** Our own: how long whoever has borrowed instances may take to give idle ones back, before a call goes on without them. */
  recallMs: 1_000,
  /** Our own: how long what is sent to another process may take to leave this one. */
  handleTransitMs: 1_000,
  /** Our own: how long a call waits for an instance that has answered but not asked for more, before it starts another. */
  finishingGraceMs: 25,
} as const;

/** What an operator may change. */
export const DEFAULTS = {
  /** Instances of all functions together. Our own: a Node.js instance takes about 45 MB. */
  maxInstances: 100,
  /** Our own; AWS does not publish how long it keeps an idle environment. */
  idleTimeoutMs: 300_000,
} as const;
