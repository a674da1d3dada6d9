import { LIMITS } from '../limits.ts';
import { type Check, type Fields, type Finding, type Findings, oneOf } from './check.ts';
import { checkWidget } from './widgets.ts';

const RELATIVE = /^-P(?:T\d+[MH]|\d+[DWM])$/;
const KNOWN = ['widgets', 'variables', 'start', 'end', 'periodOverride'];

/** API reference, "Dashboard Body Structure and Syntax"; the texts are AWS's where users report them. */
export function checkBody(body: Fields): Findings {
  const errors: Finding[] = [];
  const warnings: Finding[] = [];
  const check: Check = {
    error: (dataPath, message) => add(errors, { dataPath, message }),
    warning: (dataPath, message) => add(warnings, { dataPath, message }),
  };
  checkTimes(body, check);
  oneOf(body.periodOverride, ['auto', 'inherit'], '/periodOverride', check);
  for (const name of Object.keys(body)) {
    if (!KNOWN.includes(name)) check.warning('', `Should NOT have additional properties: '${name}'`);
  }
  const { widgets } = body;
  if (widgets === undefined) check.error('', "Should have required property 'widgets'");
  else if (!Array.isArray(widgets)) check.error('/widgets', 'Should be array');
  else if (widgets.length > LIMITS.dashboardWidgets) {
    check.error('/widgets', `Should NOT have more than ${LIMITS.dashboardWidgets} items`);
  } else {
    for (const [index, widget] of widgets.entries()) checkWidget(widget, `/widgets/${index}`, check);
  }
  const { variables } = body;
  if (variables !== undefined && !Array.isArray(variables)) check.error('/variables', 'Should be array');
  if (Array.isArray(variables) && variables.length > 25)
    check.error('/variables', 'Should NOT have more than 25 items');
  return { errors, warnings };
}

/** A body of a megabyte may have some hundred thousand mistakes. */
function add(findings: Finding[], finding: Finding): void {
  if (findings.length < LIMITS.dashboardFindings) findings.push(finding);
}

function checkTimes({ start, end }: Fields, check: Check): void {
  for (const [name, value] of Object.entries({ start, end })) {
    if (value !== undefined && typeof value !== 'string') check.error(`/${name}`, 'Should be string');
  }
  if (end !== undefined && start === undefined) check.error('', "Should have required property 'start'");
  if (typeof start === 'string' && !RELATIVE.test(start) && Number.isNaN(Date.parse(start))) {
    check.error('/start', 'Should be a relative time such as -PT3H, or a time of ISO 8601');
  }
  if (typeof end === 'string' && Number.isNaN(Date.parse(end))) check.error('/end', 'Should be a time of ISO 8601');
}
