const number = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** Alarms, in the words of CloudWatch. */
export const alarms = {
  title: 'Alarms',
  create: 'Create alarm',
  createComposite: 'Create composite alarm',
  otherKinds: 'Other kinds of alarms',
  edit: 'Edit',
  editTitle: (name: string) => `Edit ${name}`,
  refresh: 'Refresh alarms',
  enable: 'Enable actions',
  disable: 'Disable actions',
  enabled: 'Enabled',
  disabled: 'Disabled',
  none: 'There is no alarm of this name. It may have been deleted, or it is in another region.',
  expression: 'An expression',
  columns: { name: 'Name', state: 'State', condition: 'Condition', actions: 'Actions', changed: 'State since' },
  states: { OK: 'OK', ALARM: 'In alarm', INSUFFICIENT_DATA: 'Insufficient data' },
  operators: {
    GreaterThanOrEqualToThreshold: '>=',
    GreaterThanThreshold: '>',
    LessThanThreshold: '<',
    LessThanOrEqualToThreshold: '<=',
  } as Readonly<Record<string, string>>,
  missing: {
    notBreaching: 'As good',
    breaching: 'As bad',
    ignore: 'Keep the state',
    missing: 'As missing',
  } as Readonly<Record<string, string>>,
  condition: (metric: string, operator: string, threshold: number, m: number, n: number, seconds: number) =>
    `${metric} ${operator} ${number.format(threshold)} for ${m} of ${n} ${n === 1 ? 'period' : 'periods'} of ${timeOf(seconds)}`,
  empty: {
    title: 'No alarms',
    text: 'An alarm watches a metric, such as the 5XX errors of an API, and notifies a webhook, a mailbox, a topic or a function.',
  },
  delete: {
    button: 'Delete alarm',
    consequence: 'Nobody is notified any more, and its history is gone.',
    done: (name: string) => `${name} was deleted.`,
  },
  setState: {
    button: 'Set state',
    reason: 'Set in the console, to test the actions',
    done: 'The state was set; the next evaluation may set it back.',
  },
  chart: { title: 'Metric', threshold: 'Threshold' },
  details: {
    title: 'Details',
    state: 'State',
    since: 'Since',
    reason: 'Reason',
    condition: 'Condition',
    rule: 'Rule',
    namespace: 'Namespace',
    statistic: 'Statistic',
    dimensions: 'Dimensions',
    missing: 'Missing data',
    description: 'Description',
    actions: 'Actions',
    onAlarm: 'In alarm, notify',
    onOk: 'When OK, notify',
    onNoData: 'Without data, notify',
  },
  history: {
    title: 'History',
    time: 'Time',
    kind: 'Kind',
    summary: 'What happened',
    empty: 'Nothing has happened yet.',
    kinds: { StateUpdate: 'State', ConfigurationUpdate: 'Settings', Action: 'Action' } as Readonly<
      Record<string, string>
    >,
  },
  form: {
    ofExpression:
      'This alarm watches an expression over metrics. Edit it with the AWS CLI (“put-metric-alarm --metrics”).',
    metricTitle: 'Metric',
    conditionTitle: 'Condition',
    nameTitle: 'Name and actions',
    name: 'Alarm name',
    description: 'Description',
    namespace: 'Namespace',
    use: (text: string) => `Use: “${text}”`,
    metric: 'Metric name',
    metricHint: 'What has been counted in the last two weeks.',
    chooseMetric: 'Choose a metric',
    noMetrics: 'Nothing was counted in this namespace yet. Call an API first.',
    dimensions: 'Dimensions',
    noDimensions: 'Without dimensions',
    stat: 'Statistic',
    period: 'Length of a period',
    seconds: timeOf,
    operator: 'A period is bad when it is',
    threshold: 'Threshold',
    datapoints: 'Bad periods to alarm (M)',
    periods: 'Of so many periods (N)',
    missing: 'Periods without data count',
    onAlarm: 'In alarm, notify',
    onOk: 'When OK again, notify',
    onNoData: 'When data is insufficient, notify',
    actionsHint:
      'ARNs, one a line: arn:aws:sallyport:::webhook/NAME, arn:aws:sallyport:::email/NAME, of an SNS topic, or of a function.',
    actionExample: 'arn:aws:sallyport:::webhook/ops',
    rule: 'Alarm rule',
    ruleHint: 'Over the states of other alarms, with AND, OR, NOT and parentheses.',
    ruleExample: 'ALARM("shop-5xx") AND NOT ALARM("deploying")',
    done: (name: string) => `${name} was saved.`,
  },
} as const;

function timeOf(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600) return `${seconds / 60} min`;
  return seconds < 86_400 ? `${seconds / 3_600} h` : `${seconds / 86_400} d`;
}
