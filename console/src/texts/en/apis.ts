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
    create: 'Create API',
    empty: {
      title: 'No APIs in this region yet',
      text: 'An API is a tree of resources, such as /users. Methods of a resource, such as GET, lead to your functions and servers. Test a method here, deploy the API to a stage, and clients can call it.',
      example: 'Start with the PetStore example',
    },
  },
  create: {
    title: 'Create REST API',
    description: 'A REST API has resources and methods with their own settings, as on AWS.',
    types: {
      label: 'API type',
      kinds: {
        REST: {
          label: 'REST API',
          description: 'Resources and methods with models, mapping templates, keys and caches.',
        },
        HTTP: {
          label: 'HTTP API',
          description: 'Routes that lead to functions and servers, with JWT authorizers and CORS.',
        },
      },
    },
    how: 'How it is made',
    details: 'Name',
    kinds: {
      new: { label: 'New API', description: 'An empty one.' },
      clone: { label: 'Clone existing API', description: 'A copy of one in this account and region.' },
      import: { label: 'Import API', description: 'From an OpenAPI definition.' },
      example: { label: 'Example API', description: 'A pet store, to learn with.' },
    },
    name: 'API name',
    descriptionField: 'Description - optional',
    endpoint: {
      label: 'API endpoint type',
      description: 'All types answer at the same ports; the type decides about size limits and who may call.',
      types: {
        REGIONAL: { label: 'Regional', description: 'For clients anywhere.' },
        EDGE: { label: 'Edge-optimized', description: 'As on AWS, with its own limits; no CDN stands before it here.' },
        PRIVATE: { label: 'Private', description: 'Only through VPC endpoints that its resource policy allows.' },
      },
    },
    clone: {
      source: 'API to clone from',
      description: 'Resources, methods, models and settings are copied; stages and deployments are not.',
      choose: 'Choose an API',
      none: 'There is no REST API in this region',
    },
    import: {
      title: 'OpenAPI definition',
      file: 'File',
      description: 'OpenAPI 2.0 or 3.0, in JSON or YAML, with or without x-amazon-apigateway extensions.',
      definition: 'Definition',
      upload: {
        uploadButtonText: () => 'Choose file',
        dropzoneText: () => 'Drop the file here',
        removeFileAriaLabel: (index: number) => `Remove file ${index + 1}`,
        limitShowFewer: 'Show fewer files',
        limitShowMore: 'Show more files',
        errorIconAriaLabel: 'Error',
        warningIconAriaLabel: 'Warning',
      },
      failOnWarnings: 'Fail on warnings',
      failOnWarningsDescription: 'Makes nothing where the definition says something that would be left out.',
      submit: 'Import API',
      warnings: 'The import left things out',
    },
    example: {
      title: 'PetStore',
      description: 'Lists, shows and takes in pets. Its answers are mocked, so it needs no backend and no network.',
    },
    submit: 'Create API',
    cancel: 'Cancel',
    done: (name: string) => `${name} was created.`,
  },
  delete: {
    button: 'Delete',
    title: 'Delete API',
    consequence: 'The API is deleted with its stages and deployments. Clients that call it get 403 from then on.',
    done: (name: string) => `${name} was deleted.`,
  },
} as const;
