const number = new Intl.NumberFormat('en');
const bytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Retentions that have a name beside their days, as AWS's console gives them. */
const WEEKS_AND_MORE: Readonly<Record<number, string>> = {
  7: '1 week',
  14: '2 weeks',
  30: '1 month',
  60: '2 months',
  90: '3 months',
  120: '4 months',
  150: '5 months',
  180: '6 months',
  365: '12 months',
  400: '13 months',
  545: '18 months',
  731: '2 years',
  1096: '3 years',
  1827: '5 years',
  2192: '6 years',
  2557: '7 years',
  2922: '8 years',
  3288: '9 years',
  3653: '10 years',
};

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function periodOf(days: number): string {
  const named = WEEKS_AND_MORE[days];
  return named === undefined ? inDays(days) : `${named} (${inDays(days)})`;
}

/** Log groups, their events, live tail and queries, in the words of CloudWatch Logs. */
export const logs = {
  none: '–',
  size: (count: number) => {
    const step = count < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(count) / 3));
    return `${bytes.format(count / 1_000 ** step)} ${SIZES[step]}`;
  },
  groups: {
    title: 'Log groups',
    field: 'Log groups',
    choose: 'Choose log groups',
    deselect: (name: string) => `Remove ${name}`,
    refresh: 'Refresh log groups',
    columns: { name: 'Log group', retention: 'Retention', size: 'Stored', created: 'Created' },
    actions: 'Actions',
    retention: (days: number | undefined) => (days === undefined ? 'Never expire' : periodOf(days)),
    retentionHint: 'Log events that are older are deleted.',
    editRetention: {
      button: 'Edit retention',
      title: (name: string) => `Edit retention of ${name}`,
      done: (name: string, days: number | undefined) =>
        days === undefined
          ? `${name} keeps its log events for good.`
          : `${name} keeps its log events for ${inDays(days)}.`,
    },
    create: {
      button: 'Create log group',
      action: 'Create',
      name: 'Log group name',
      nameRules:
        '1 to 512 letters (a-z, A-Z), digits and characters of _ - / . #. AWS takes none that starts with aws/.',
      done: (name: string) => `${name} was created.`,
    },
    delete: {
      button: 'Delete log group',
      consequence: 'All its log events are deleted for good, with its metric filters and subscriptions.',
      done: (name: string) => `${name} was deleted.`,
    },
    empty: {
      title: 'No log groups',
      text: 'Functions write their output here by themselves. Access and execution logs of a stage are set in its settings, under “Logs and tracing”.',
    },
  },
  group: {
    tabs: 'Log group',
    details: 'Details',
    arn: 'ARN',
    none: 'There is no log group of this name in this region.',
    streams: 'Log streams',
    events: 'Log events',
  },
  streams: {
    title: 'Log streams',
    refresh: 'Refresh log streams',
    name: 'Log stream',
    first: 'First event',
    last: 'Last event',
    empty: { title: 'No log streams', text: 'A stream is made when something is first logged.' },
  },
  events: {
    title: 'Log events',
    pattern: 'Filter pattern',
    patternExample: 'ERROR, or { $.status >= 500 }',
    period: 'Time',
    search: 'Search',
    ofStream: (stream: string) => `Stream: ${stream}`,
    cut: (count: number) =>
      `The first ${number.format(count)} events are shown. A shorter time or a filter pattern finds the others.`,
    cutLatest: (count: number) =>
      `The last ${number.format(count)} events are shown. An earlier time or a filter pattern finds the others.`,
    columns: { time: 'Time', message: 'Message', stream: 'Log stream' },
    empty: {
      title: 'No log events',
      text: 'Nothing in this time fits. Choose a longer time or another filter pattern.',
    },
  },
  tail: {
    title: 'Live Tail',
    description: 'Log events as they come, the newest first.',
    start: 'Start',
    stop: 'Stop',
    clear: 'Clear',
    running: 'Following the log',
    empty: {
      title: 'No log events yet',
      text: 'Choose up to ten log groups and start. What is logged from then on is shown here.',
    },
  },
  insights: {
    title: 'Logs Insights',
    description: 'Questions to log groups, in CloudWatch’s query language.',
    query: 'Query',
    insert: 'Insert an example',
    run: 'Run query',
    stop: 'Stop',
    chooseGroups: 'Choose at least one log group.',
    examples: [
      { name: 'The latest events', query: 'fields @timestamp, @message\n| sort @timestamp desc\n| limit 100' },
      { name: 'Events over time', query: 'stats count(*) as events by bin(5m)' },
      {
        name: 'Errors',
        query: 'fields @timestamp, @message\n| filter @message like /(?i)error/\n| sort @timestamp desc\n| limit 100',
      },
      {
        name: 'Slow requests of an access log',
        query:
          'fields @timestamp, httpMethod, resourcePath, status, responseLatency\n| filter responseLatency > 1000\n| sort responseLatency desc',
      },
      {
        name: 'Functions: slowest runs',
        query: 'filter @type = "REPORT"\n| stats max(@duration), avg(@duration) by bin(5m)',
      },
    ],
    results: {
      title: 'Results',
      chart: 'Over time',
      statistics: (status: string, matched: number, scanned: number) =>
        `${status}: ${number.format(matched)} of ${number.format(scanned)} events matched.`,
      empty: { title: 'No results', text: 'No event fits the query in this time.' },
    },
  },
} as const;
