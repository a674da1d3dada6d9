import type { HeaderList } from '../../http/index.ts';
import type { RoutingRule, RoutingRuleCondition } from '../../model/index.ts';
import type { DomainRoute, MatchRoute } from './route.ts';

/** A condition of one request. */
type Holds = (path: string, headers: HeaderList) => boolean;

interface CompiledRule {
  readonly conditions: readonly Holds[];
  /** Where a rule without a base path leads; one with a base path may take it away. */
  readonly route: DomainRoute;
}

/**
 * The first rule all of whose conditions hold; one without conditions takes everything (fact D151).
 * @param rules in the order of their priorities
 */
export function compileRules(rules: readonly RoutingRule[]): MatchRoute {
  const compiled = rules.flatMap(compileRule);
  return (path, headers) => compiled.find(({ conditions }) => conditions.every((holds) => holds(path, headers)))?.route;
}

function compileRule({ RoutingRuleId, Conditions, Actions }: RoutingRule): readonly CompiledRule[] {
  const invoke = Actions[0]?.InvokeApi;
  if (invoke === undefined) return [];
  const basePath = Conditions.flatMap(({ MatchBasePaths }) => MatchBasePaths?.AnyOf ?? [])[0];
  const end = invoke.StripBasePath && basePath !== undefined ? basePath.length + 1 : 0;
  return [
    {
      conditions: Conditions.map(compileCondition),
      route: { apiId: invoke.ApiId, stage: invoke.Stage, end, basePath: '-', ruleId: RoutingRuleId },
    },
  ];
}

function compileCondition({ MatchBasePaths, MatchHeaders }: RoutingRuleCondition): Holds {
  const alternatives = [
    ...(MatchBasePaths?.AnyOf ?? []).map(beginsWith),
    ...(MatchHeaders?.AnyOf ?? []).map(({ Header, ValueGlob }) => hasHeader(Header, ValueGlob)),
  ];
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return only;
  return (path, headers) => alternatives.some((holds) => holds(path, headers));
}

/** By whole segments, upper and lower case told apart (guide page rest-api-routing-rules). */
function beginsWith(basePath: string): Holds {
  const prefix = `/${basePath}`;
  return (path) => path.startsWith(prefix) && (path.length === prefix.length || path[prefix.length] === '/');
}

/** Names have no case, values do; of a field that was sent several times any value will do (guide, "semantic matches"). */
function hasHeader(name: string, glob: string): Holds {
  const lowerName = name.toLowerCase();
  const fits = compileGlob(glob);
  return (_, headers) => {
    for (let at = 0; at < headers.length; at += 2) {
      const field = headers[at] as string;
      if (field.length !== lowerName.length || field.toLowerCase() !== lowerName) continue;
      if (fits(headers[at + 1] as string)) return true;
    }
    return false;
  };
}

/** `x*`, `*x`, `*x*`, `*` or the value itself: no pattern that could take long on anything. */
function compileGlob(glob: string): (value: string) => boolean {
  const isOpenLeft = glob.startsWith('*');
  const isOpenRight = glob.endsWith('*');
  const text = glob.slice(isOpenLeft ? 1 : 0, isOpenRight ? Math.max(glob.length - 1, 1) : glob.length);
  if (isOpenLeft && isOpenRight) return (value) => value.includes(text);
  if (isOpenLeft) return (value) => value.endsWith(text);
  if (isOpenRight) return (value) => value.startsWith(text);
  return (value) => value === text;
}
