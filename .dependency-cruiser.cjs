/**
 * The one-way street of docs/architecture.md: cli -> server -> rooms of the two planes -> what is stored -> pure languages.
 * A rule's comment says why; a broken one fails `npm run check`.
 */
const pure =
  '^src/(alarms|histogram|http|package|x509|rate-limit|json|java-regex|log-patterns|log-insights|embedded-metrics|vtl|jsonpath|json-schema|metric-math|xml|passwords|policy|sealing|trace-context|arn)/';
const data = '^src/(model|aws|store|log-store|log-records|metrics|openapi|sdk-generator)/';
const planes = '^src/(control|services|gateway|functions|telemetry)/';
const top = '^src/(server|cli)/';
const rooms = ['control', 'services', 'gateway', 'functions', 'telemetry'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'A cycle makes two files one.', from: {}, to: { circular: true } },
    { name: 'pure-rooms-know-no-data', severity: 'error', from: { path: pure }, to: { path: [data, planes, top] } },
    { name: 'data-knows-no-plane', severity: 'error', from: { path: data }, to: { path: [planes, top] } },
    { name: 'planes-know-no-server', severity: 'error', from: { path: planes }, to: { path: top } },
    { name: 'server-knows-no-cli', severity: 'error', from: { path: '^src/server/' }, to: { path: '^src/cli/' } },
    ...rooms.map((room) => ({
      name: `${room}-stands-alone`,
      severity: 'error',
      comment: 'The rooms of the two planes meet in server/, through interfaces.',
      from: { path: `^src/${room}/`, pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { path: `^src/(${rooms.filter((other) => other !== room).join('|')})/` },
    })),
    {
      name: 'data-plane-reads-no-store',
      severity: 'error',
      comment: 'A request is served from snapshots alone.',
      from: { path: '^src/gateway/' },
      to: { path: '^src/(store|log-store|services|aws)/' },
    },
    {
      name: 'services-do-not-know-each-other',
      severity: 'error',
      comment: 'server/ wires narrow interfaces between services.',
      from: { path: '^src/services/([^/]+)/' },
      to: { path: '^src/services/([^/]+)/', pathNot: '^src/services/$1/' },
    },
    {
      name: 'rooms-have-a-door',
      severity: 'error',
      comment: 'Another room is entered through its index.ts.',
      from: { path: '^src/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/([^/]+)/',
        pathNot: [
          '^src/$1/',
          '^src/[^/]+/index\\.ts$',
          '^src/services/[^/]+/index\\.ts$',
          '^src/store/[^/]+/index\\.ts$',
        ],
      },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|bench|tools)/' },
    },
    {
      name: 'console-is-a-client',
      severity: 'error',
      comment:
        'Of the server it shares what a schema, an explained request and documentation are, and pure languages, never how anything is served.',
      from: { path: '^console/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/',
        pathNot:
          '^src/(control/schema/|aws/operation-types|vtl/|jsonpath/|json/|json-schema/|policy/|xml/|model/(explained-request|documentation/))',
      },
    },
    {
      name: 'areas-of-the-console-stand-alone',
      severity: 'error',
      comment: 'What two areas need is a part; from one to another lead links.',
      from: { path: '^console/src/areas/([^/]+)/' },
      to: { path: '^console/src/areas/([^/]+)/', pathNot: '^console/src/areas/$1/' },
    },
    { name: 'product-knows-no-console', severity: 'error', from: { path: '^src/' }, to: { path: '^console/' } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // Modules that a plugin of Vite makes (console/build/).
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
