/** Dashboards of CloudWatch. */
export const dashboards = {
  title: 'Dashboards',
  create: 'Create dashboard',
  edit: 'Edit',
  editTitle: (name: string) => `Edit ${name}`,
  refresh: 'Refresh dashboards',
  name: 'Dashboard name',
  changed: 'Last changed',
  body: 'Dashboard body',
  bodyHint: 'JSON, as PutDashboard takes it. Widgets of the types “metric” and “text” are shown here.',
  done: (name: string) => `${name} was saved.`,
  metrics: 'Metrics',
  external: 'Opens in a new tab',
  notShown: (type: string) => `Widgets of the type “${type}” are not shown here.`,
  empty: { title: 'No dashboards', text: 'A dashboard shows several metrics side by side.' },
  noWidgets: { title: 'No widgets', text: 'Edit the dashboard to add some.' },
  delete: {
    button: 'Delete dashboard',
    consequence: 'The dashboard is gone for everybody; the metrics stay.',
    done: (name: string) => `${name} was deleted.`,
  },
  example: `{
  "widgets": [
    {
      "type": "metric", "width": 12, "height": 6,
      "properties": {
        "title": "Requests", "region": "us-east-1", "stat": "Sum", "period": 60,
        "metrics": [["AWS/ApiGateway", "Count", "ApiName", "my-api"]]
      }
    }
  ]
}`,
} as const;
