import { ALARM_STATES, type AlarmState } from '../state.ts';
import type { AlarmRule, StateCondition } from './rule.ts';

/** API reference, `PutCompositeAlarm`; the depth is our own. */
export const RULE_LIMITS = { length: 10_240, elements: 500, children: 100, depth: 100 } as const;

/** The rule cannot be read. */
export class AlarmRuleError extends Error {
  override readonly name = 'AlarmRuleError';
  /** In UTF-16 units from 0. */
  readonly position: number;

  constructor(problem: string, position: number) {
    super(problem);
    this.position = position;
  }
}

const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|([(),])|([^\s(),"]+))/y;

interface Token {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly position: number;
}

/** User guide, "Composite alarms": `ALARM(a) AND (NOT OK("b c") OR AT_LEAST(50%, ALARM, (d, e)))`. @throws {AlarmRuleError} */
export function parseAlarmRule(text: string): AlarmRule {
  const reader = new Reader(tokenize(text), text.trimEnd().length);
  const rule = reader.or();
  reader.expectEnd();
  return rule;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new AlarmRuleError(`Unexpected '${text.slice(at).trim().charAt(0)}'`, at);
    const [, quoted, symbol, bare = ''] = match;
    const length = quoted === undefined ? (symbol ?? bare).length : quoted.length + 2;
    const position = TOKEN.lastIndex - length;
    tokens.push({ text: quoted?.replace(/\\(.)/g, '$1') ?? symbol ?? bare, isQuoted: quoted !== undefined, position });
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;
  #depth = 0;
  #elements = 0;

  /** @param end where the rule ends */
  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  or(): AlarmRule {
    const rules = [this.#and()];
    while (this.#takes('OR')) rules.push(this.#and());
    return joined('or', rules);
  }

  expectEnd(): void {
    if (this.#at < this.#tokens.length) throw this.#unexpected();
  }

  #and(): AlarmRule {
    const rules = [this.#not()];
    while (this.#takes('AND')) rules.push(this.#not());
    return joined('and', rules);
  }

  #not(): AlarmRule {
    if (++this.#depth > RULE_LIMITS.depth) throw new AlarmRuleError('Nested too deeply', this.#position());
    const rule: AlarmRule = this.#takes('NOT') ? { kind: 'not', rule: this.#not() } : this.#element();
    this.#depth--;
    return rule;
  }

  #element(): AlarmRule {
    if (++this.#elements > RULE_LIMITS.elements) {
      throw new AlarmRuleError(`More than ${RULE_LIMITS.elements} elements`, this.#position());
    }
    if (this.#takes('(')) {
      const rule = this.or();
      this.#expect(')');
      return rule;
    }
    if (this.#takes('TRUE')) return { kind: 'constant', value: true };
    if (this.#takes('FALSE')) return { kind: 'constant', value: false };
    if (this.#takes('AT_LEAST')) return this.#atLeast();
    const state = this.#state();
    this.#expect('(');
    const alarm = this.#name();
    this.#expect(')');
    return { kind: 'state', alarm, state };
  }

  #atLeast(): AlarmRule {
    this.#expect('(');
    const [, digits = '', percent] = /^(\d{1,4})(%?)$/.exec(this.#tokens[this.#at]?.text ?? '') ?? [];
    if (digits === '') throw this.#unexpected();
    this.#at++;
    this.#expect(',');
    const condition: StateCondition = { isNegated: this.#takes('NOT'), state: this.#state() };
    this.#expect(',');
    this.#expect('(');
    const alarms = [this.#name()];
    while (this.#takes(',')) alarms.push(this.#name());
    this.#expect(')');
    this.#expect(')');
    return { kind: 'atLeast', least: Number(digits), isPercentage: percent === '%', condition, alarms };
  }

  #state(): AlarmState {
    const state = ALARM_STATES.find((each) => this.#takes(each));
    if (state === undefined) throw this.#unexpected();
    return state;
  }

  #name(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.text === '' || (!token.isQuoted && '(),'.includes(token.text))) {
      throw this.#unexpected();
    }
    this.#at++;
    return token.text;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.isQuoted || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) throw this.#unexpected();
  }

  #position(): number {
    return this.#tokens[this.#at]?.position ?? this.#end;
  }

  #unexpected(): AlarmRuleError {
    const token = this.#tokens[this.#at];
    return new AlarmRuleError(token ? `Unexpected '${token.text}'` : 'Unexpected end of the rule', this.#position());
  }
}

function joined(kind: 'and' | 'or', rules: readonly AlarmRule[]): AlarmRule {
  const [only] = rules;
  return rules.length === 1 && only ? only : { kind, rules };
}
