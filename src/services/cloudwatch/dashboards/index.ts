/** Dashboards: bodies that are checked and kept for whoever draws them; Sallyport draws none. */
import type { CloudWatchContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { pageOf, readToken } from '../pagination.ts';
import { withTags } from '../tags.ts';
import type { CloudWatchHandlers } from '../types.ts';
import { checkBody } from './body.ts';
import { type Fields, isFields } from './check.ts';
import { dashboardArn, dashboards, globalScope } from './documents.ts';
import { dashboardNotFound, invalidBody, invalidDashboard } from './errors.ts';

const NAME = /^[A-Za-z0-9_-]{1,255}$/;

/** API reference, `PutDashboard`, `GetDashboard`, `ListDashboards`, `DeleteDashboards`. */
export function dashboardHandlers({ store }: Pick<CloudWatchContext, 'store'>) {
  return {
    putDashboard: async ({ DashboardName, DashboardBody, Tags }, { scope, nowMs }) => {
      if (!NAME.test(DashboardName)) {
        throw invalidDashboard(
          `The value ${DashboardName} for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_).`,
        );
      }
      const { errors, warnings } = checkBody(readBody(DashboardBody));
      if (errors.length > 0) throw invalidBody(errors);
      await store.transact(async (tx) => {
        const before = (await tx.get(dashboards, globalScope(scope), DashboardName))?.value;
        const tags = before?.tags ?? withTags({}, Tags);
        const dashboard = { name: DashboardName, body: DashboardBody, modifiedAtMs: nowMs, tags };
        await tx.put(dashboards, globalScope(scope), DashboardName, dashboard);
      });
      return {
        DashboardValidationMessages: warnings.map(({ dataPath, message }) => ({
          DataPath: dataPath,
          Message: message,
        })),
      };
    },

    getDashboard: async ({ DashboardName }, { scope }) => {
      const found = NAME.test(DashboardName)
        ? (await store.get(dashboards, globalScope(scope), DashboardName))?.value
        : undefined;
      if (found === undefined) throw dashboardNotFound([DashboardName]);
      return { DashboardArn: dashboardArn(scope, found.name), DashboardBody: found.body, DashboardName: found.name };
    },

    listDashboards: async ({ DashboardNamePrefix, NextToken }, { scope }) => {
      const after = readToken(NextToken);
      // No dashboard's name begins so.
      if (DashboardNamePrefix && !NAME.test(DashboardNamePrefix)) return { DashboardEntries: [] };
      const found = await store.list(dashboards, globalScope(scope), {
        ...(DashboardNamePrefix !== undefined && { prefix: DashboardNamePrefix }),
        ...(after !== undefined && { after }),
        limit: LIMITS.listedDashboards + 1,
      });
      const { page, ...next } = pageOf(found, LIMITS.listedDashboards, ({ id }) => id);
      const DashboardEntries = page.map(({ value: { name, body, modifiedAtMs } }) => ({
        DashboardName: name,
        DashboardArn: dashboardArn(scope, name),
        LastModified: new Date(modifiedAtMs),
        Size: Buffer.byteLength(body),
      }));
      return { DashboardEntries, ...next };
    },

    deleteDashboards: async ({ DashboardNames }, { scope }) => {
      await store.transact(async (tx) => {
        const missing: string[] = [];
        for (const name of DashboardNames) {
          if (!NAME.test(name) || !(await tx.delete(dashboards, globalScope(scope), name))) missing.push(name);
        }
        // "If you specify multiple dashboards to delete and one fails, none is deleted."
        if (missing.length > 0) throw dashboardNotFound(missing);
      });
      return {};
    },
  } satisfies CloudWatchHandlers;
}

function readBody(text: string): Fields {
  if (Buffer.byteLength(text) > LIMITS.dashboardBytes) {
    throw invalidDashboard(`The field DashboardBody must not be larger than ${LIMITS.dashboardBytes} bytes`);
  }
  const body = (() => {
    try {
      const parsed: unknown = JSON.parse(text);
      return parsed;
    } catch {
      return undefined;
    }
  })();
  if (!isFields(body)) throw invalidDashboard('The field DashboardBody must be a valid JSON object');
  return body;
}
