/** Usage plans: who may call which stages, and how often. */
export const usagePlans = {
  service: 'API Gateway',
  title: 'Usage plans',
  refresh: 'Refresh',
  columns: {
    name: 'Name',
    id: 'ID',
    stages: 'Stages',
    rate: 'Rate and burst',
    quota: 'Quota',
    description: 'Description',
  },
  stageCount: (count: number) => (count === 1 ? '1 stage' : `${count} stages`),
  notThrottled: 'Not throttled',
  rate: (rate: number | undefined, burst: number | undefined) =>
    [
      rate === undefined ? undefined : `${rate.toLocaleString('en')} requests/s`,
      burst === undefined ? undefined : `${burst.toLocaleString('en')} at once`,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
  noQuota: 'No quota',
  quota: (limit: number, period: string) => `${limit.toLocaleString('en')} requests a ${period}`,
  periods: { DAY: 'day', WEEK: 'week', MONTH: 'month' } as Readonly<Record<string, string>>,
} as const;
