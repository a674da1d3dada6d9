const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat('en', { maximumFractionDigits: 1, notation: 'compact' });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** How APIs do, over time. */
export const monitor = {
  service: 'Monitoring',
  none: '–',
  filter: { api: 'API', stage: 'Stage', allApis: 'All APIs', allStages: 'All stages' },
  period: {
    label: 'Period',
    invalid: 'Choose a start that is before the end.',
    strings: {
      relativeModeTitle: 'Until now',
      absoluteModeTitle: 'From and to',
      relativeRangeSelectionHeading: 'Choose a period',
      cancelButtonLabel: 'Cancel',
      applyButtonLabel: 'Apply',
      customRelativeRangeOptionLabel: 'Custom',
      customRelativeRangeOptionDescription: 'Any length',
      customRelativeRangeDurationLabel: 'Length',
      customRelativeRangeDurationPlaceholder: 'Length',
      customRelativeRangeUnitLabel: 'Unit',
      startDateLabel: 'Start date',
      startTimeLabel: 'Start time',
      endDateLabel: 'End date',
      endTimeLabel: 'End time',
      formatRelativeRange: ({ amount, unit }: { readonly amount: number; readonly unit: string }) =>
        amount === 1 ? `Last ${unit}` : `Last ${amount} ${unit}s`,
      formatUnit: (unit: string, amount: number) => (amount === 1 ? unit : `${unit}s`),
    },
  },
  refresh: {
    now: (seconds: number) => `${seconds === 0 ? 'Off' : shortTime(seconds)} Refresh now`,
    choose: 'Choose how often to refresh',
    every: (seconds: number) => (seconds === 0 ? 'Off' : shortTime(seconds)),
    option: (seconds: number) => (seconds === 0 ? 'Only when asked' : `Every ${longTime(seconds)}`),
  },
  chart: {
    role: 'line chart',
    time: 'Time',
    count: 'Number',
    unitMs: 'Milliseconds',
    loading: 'Loading',
    empty: 'No data in this period.',
    emptyHint: 'Points appear here once something is counted.',
    number: (value: number) => (Math.abs(value) >= 100_000 ? compact : number).format(value),
    milliseconds: (value: number) => `${number.format(value >= 100 ? Math.round(value) : value)} ms`,
  },
  metrics: {
    title: 'Overview',
    dashboard: 'Dashboard',
    description: 'Requests, errors and latencies as CloudWatch counts them, by the minute.',
    requests: 'Recent requests',
    compare: 'Compare with the period before',
    summary: 'In this period',
    worstDay: 'Percentiles are those of the day on which they were highest: of several days together none can be told.',
    was: (value: string) => `was ${value}`,
    change: (share: number) => (share === 0 ? 'as before' : `${percent.format(share)} on the period before`),
    before: (measure: string) => `${measure}, period before`,
    measures: {
      requests: 'Requests',
      clientErrors: '4XX errors',
      serverErrors: '5XX errors',
      latencyP50: 'Latency p50',
      latencyP90: 'Latency p90',
      latencyP99: 'Latency p99',
      integrationP50: 'Integration p50',
      integrationP90: 'Integration p90',
      integrationP99: 'Integration p99',
      cacheHits: 'Cache hits',
      cacheMisses: 'Cache misses',
    },
    charts: {
      requests: 'Requests',
      errors: 'Errors',
      latency: 'Latency',
      integration: 'Integration latency',
      cache: 'Cache',
    },
    apis: {
      title: 'APIs',
      description: 'Choose one for its charts. REST APIs of one name are counted together, as CloudWatch does.',
      name: 'API',
      empty: {
        title: 'No APIs',
        text: 'Once there is an API, its requests, errors and latencies are shown here without any setup.',
        action: 'Create API',
      },
    },
    methods: {
      title: 'Methods',
      method: 'Method',
      stage: 'Stage',
      empty: {
        title: 'No methods with metrics of their own',
        text: 'Turn on “Detailed metrics” in a stage’s method settings; each method is then counted by itself once it is called.',
        action: 'Method settings',
      },
    },
  },
} as const;

function shortTime(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
}

function longTime(seconds: number): string {
  if (seconds < 60) return `${seconds} seconds`;
  return seconds === 60 ? 'minute' : `${seconds / 60} minutes`;
}
