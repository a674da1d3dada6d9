import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listCompatibility } from '../../src/control/index.ts';
import type { FunctionRuntime, LogStore } from '../../src/model/index.ts';
import { packageRoot } from '../../src/package/index.ts';
import { createServices } from '../../src/server/services.ts';
import { configurationReference } from '../../src/server/settings/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { checkRules } from './check-rules.ts';
import { testsByFact } from './cited-facts.ts';
import { compatibilityPage } from './compatibility-page.ts';
import { conformancePage } from './conformance-page.ts';
import { readSources, readTestFiles } from './test-files.ts';

/** A page that is written from the code. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Every page that is written from the code. */
export async function writePages(): Promise<readonly Page[]> {
  const notes = await readFile(join(packageRoot, 'tools/docs/compatibility-notes.md'), 'utf8');
  const tests = await readTestFiles(packageRoot);
  const rules = checkRules(await readSources(packageRoot), tests);
  if (rules.problems.length > 0) throw new Error(`Rules, sources and tests differ:\n${rules.problems.join('\n')}`);
  const apis = await listCompatibility(await servedApis());
  return [
    { path: 'docs/reference/configuration.md', text: configurationReference() },
    { path: 'docs/compatibility.md', text: compatibilityPage(apis, notes, tests) },
    { path: 'docs/conformance.md', text: conformancePage(testsByFact(tests), rules.groups) },
  ];
}

/** The handlers as the server builds them. They are only counted here, never called. */
async function servedApis() {
  const store = await openSqliteStore({ path: ':memory:' });
  const { served, lambda } = createServices({
    store,
    metrics: { put: neverCalled, list: neverCalled, read: neverCalled },
    logStore: noLogs,
    runtime: noRuntime,
    functionRoles: 'any',
    controlUrl: neverCalled,
    publisher: {
      stageChanged: neverCalled,
      stageRemoved: neverCalled,
      stageCacheFlushed: neverCalled,
      domainChanged: neverCalled,
      domainRemoved: neverCalled,
      usagePlansChanged: neverCalled,
    },
    loadTruststore: neverCalled,
    testAuthorizer: () => neverCalled,
    usage: { usageOf: neverCalled, extend: neverCalled, forget: neverCalled },
    limits: 'relaxed',
    backends: { aws: { endpoints: {} }, vpcLinks: {}, tested: neverCalled },
    certificates: {
      publisher: { certificateChanged: neverCalled, certificateRemoved: neverCalled },
      issuer: { unavailableReason: neverCalled, order: neverCalled },
    },
    alarms: {
      alarmActions: { webhooks: new Set(), emails: new Set() },
      alarmsChanged: neverCalled,
      alarmFailed: neverCalled,
    },
    userPools: {
      publisher: { poolKeysChanged: neverCalled, poolRemoved: neverCalled },
      deliver: neverCalled,
      issuerOf: neverCalled,
    },
    invokeAddress: neverCalled,
    functionUrlAddress: neverCalled,
    codeDirectory: '/nonexistent',
    eventsFile: '/nonexistent/events.jsonl',
    accountIds: ['000000000000'],
    identitiesChanged: neverCalled,
    functionsChanged: neverCalled,
    findCaller: neverCalled,
    tokenSealer: { seal: neverCalled, open: neverCalled },
    warn: neverCalled,
  });
  await lambda.close();
  await store.close();
  return served;
}

const noLogs: LogStore = {
  append: neverCalled,
  appendRecords: neverCalled,
  read: neverCalled,
  follow: neverCalled,
  createStream: neverCalled,
  deleteStream: neverCalled,
  listStreams: neverCalled,
  findStream: neverCalled,
  deleteGroup: neverCalled,
  deletions: 0,
  storedBytes: neverCalled,
  expire: neverCalled,
};

const noRuntime: FunctionRuntime = {
  invoke: neverCalled,
  invokeStreaming: neverCalled,
  lender: { lend: neverCalled, giveBack: neverCalled, end: neverCalled, leave: neverCalled },
  maxConcurrency: 0,
  reserve: neverCalled,
  provision: neverCalled,
  provisioned: neverCalled,
  retire: neverCalled,
  forget: neverCalled,
  isInUse: neverCalled,
  unavailableReason: neverCalled,
  containment: neverCalled,
  close: neverCalled,
};

function neverCalled(): never {
  throw new Error('The documentation is written from handlers without calling them.');
}
