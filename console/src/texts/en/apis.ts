/** The list of APIs, and making and deleting them. */
export const apis = {
  service: 'API Gateway',
  list: {
    title: 'APIs',
    refresh: 'Refresh',
    columns: {
      name: 'Name',
      description: 'Description',
      id: 'ID',
      protocol: 'Protocol',
      endpoint: 'API endpoint type',
      created: 'Created',
    },
    protocols: { REST: 'REST', HTTP: 'HTTP', WEBSOCKET: 'WebSocket' },
    empty: {
      title: 'No APIs yet',
      text: 'An API is a tree of resources whose methods lead to your backends.',
    },
  },
  delete: {
    button: 'Delete',
    title: 'Delete API',
    consequence: 'The API is deleted with its stages and deployments. Clients that call it get 403 from then on.',
    done: (name: string) => `${name} was deleted.`,
  },
} as const;
