/** VPC links: how REST APIs reach servers that stand behind a load balancer. */
export const vpcLinks = {
  title: 'VPC links',
  refresh: 'Refresh',
  columns: { name: 'Name', id: 'ID', status: 'Status', target: 'Target', description: 'Description' },
  statuses: {
    AVAILABLE: 'Available',
    PENDING: 'Pending',
    DELETING: 'Deleting',
    FAILED: 'Failed',
  } as Readonly<Record<string, string>>,
  empty: {
    title: 'No VPC links in this region',
    text: 'A VPC link lets the integrations of REST APIs reach servers of your own network. Here the servers are named in a setting of Sallyport; the link gives them the name that integrations use.',
  },
  create: {
    button: 'Create VPC link',
    title: 'Create VPC link',
    name: 'Name',
    nameHint: 'The setting “vpc-links” may name the servers by it.',
    description: 'Description - optional',
    target: 'Target NLB',
    targetHint: 'The ARN of a network load balancer, as on AWS. It need not exist here.',
    done: (name: string) => `VPC link ${name} was created.`,
  },
  details: {
    title: 'VPC link details',
    message: 'Status message',
    edit: 'Name and description',
    saved: 'The VPC link was saved.',
  },
  servers: {
    title: 'Servers behind the link',
    text: 'Sallyport sends the link’s requests to the servers that its setting names by the link’s name, ID or ARN, or by the load balancer’s name. Servers take turns; one that cannot be connected is left out until it listens again. Start Sallyport with:',
  },
  delete: {
    button: 'Delete',
    title: 'Delete VPC link',
    consequence:
      'Integrations that name the link fail from then on. A link that a deployed stage calls cannot be deleted.',
    done: (name: string) => `VPC link ${name} was deleted.`,
  },
} as const;
