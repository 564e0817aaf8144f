import type { FunctionFacts } from '../../dataflow/function-facts';
import type { ModuleEntry } from '../../dataflow/program';
import { type FunctionIR, Op, type ValueId } from '../../ir/ir';
import type { ActFacts, ActRule, Operand } from '../rule';
import type { Draft } from './place';
import { surroundingsOf } from './surroundings';

/** A call or a comparison in a file. Its texts are read when somebody asks for them. */
export class ActSite implements ActFacts {
  private given: readonly Operand[] | undefined;
  /** What is said of it depends on more than its function. */
  isFileRead = false;

  constructor(
    readonly module: ModuleEntry,
    readonly fn: FunctionIR,
    readonly instruction: ValueId,
    readonly operator: string,
    readonly callee: string,
    readonly name: string,
    private readonly values: readonly { readonly id: ValueId; readonly keyword: string }[],
  ) {}

  get file(): string {
    return this.module.uri;
  }

  get start(): number {
    return this.fn.start + this.fn.starts[this.instruction];
  }

  get end(): number {
    return this.fn.start + this.fn.ends[this.instruction];
  }

  get operands(): readonly Operand[] {
    this.given ??= this.values.map(({ id, keyword }) => ({ ...madeOf(this.module, this.fn, id), keyword }));
    return this.given;
  }

  get around() {
    const { module, start, end, operands } = this;
    this.isFileRead = true;
    return surroundingsOf({
      module,
      functionId: this.fn.id,
      start,
      end,
      callee: this.callee || (operands[0]?.text ?? ''),
    });
  }

  /** Where an operand stands, when that is inside of the whole. */
  spanOf(index: number): { readonly start: number; readonly end: number } | undefined {
    const id = this.values[index]?.id ?? -1;
    if (id < 0) return undefined;
    const span = { start: this.fn.start + this.fn.starts[id], end: this.fn.start + this.fn.ends[id] };
    return span.start >= this.start && span.end <= this.end ? span : undefined;
  }
}

const COMPARISONS = new Set(['==', '!=', '===', '!==', 'in', 'not in']);

/** What a function does. The same as before as long as the function did not change. */
export interface ActSites {
  readonly of: object;
  readonly sites: readonly ActSite[];
}

export function actSites(module: ModuleEntry): ActSites[] {
  return module.ir.functions.map((fn) => {
    const of = module.factsOf(fn);
    let sites = module.isEdited ? known.get(of) : undefined;
    if (!sites) {
      sites = [...sitesOf(module, fn)];
      // Of other files the texts are not needed any more.
      if (module.isEdited) known.set(of, sites);
    }
    return { of, sites };
  });
}

const known = new WeakMap<FunctionFacts, readonly ActSite[]>();

function* sitesOf(module: ModuleEntry, fn: FunctionIR): Generator<ActSite> {
  const { strings } = module.ir;
  /** Open structures; whether the arm that the walk is in handles an error. */
  const handles: boolean[] = [];
  for (let i = 0; i < fn.size; i++) {
    const op = fn.ops[i];
    if (op === Op.Try) handles.push(false);
    else if (op === Op.If) handles.push(testsError(module, fn, fn.a[i]));
    else if (op === Op.Catch) handles[handles.length - 1] = true;
    else if (op === Op.Else || op === Op.Finally) handles[handles.length - 1] = false;
    else if (op === Op.EndIf || op === Op.EndTry) handles.pop();
    if ((op === Op.Return || op === Op.Call) && handles.includes(true)) yield* handlingSite(module, fn, i);
    if (op === Op.Binary) {
      const operator = strings[fn.c[i]];
      if (!COMPARISONS.has(operator)) continue;
      yield new ActSite(module, fn, i, operator, '', '', [
        { id: fn.a[i], keyword: '' },
        { id: fn.b[i], keyword: '' },
      ]);
    } else if ((op === Op.Call || op === Op.New) && fn.a[i] >= 0) {
      const callee = fn.a[i];
      const isMember = fn.ops[callee] === Op.Field;
      const text = module.textIn(fn, fn.start + fn.starts[callee], fn.start + fn.ends[callee]);
      const name = isMember ? strings[fn.b[callee]] : (/([\p{L}_$][\p{L}\p{N}_$]*)\W*$/u.exec(text)?.[1] ?? '');
      const values = [{ id: isMember ? fn.a[callee] : -1, keyword: '' }];
      for (let j = 0; j < fn.c[i]; j++) {
        const tag = fn.args[2 * (fn.b[i] + j) + 1];
        values.push({ id: fn.args[2 * (fn.b[i] + j)], keyword: tag >= 0 ? strings[tag] : '' });
      }
      yield new ActSite(module, fn, i, '', text, name, values);
    }
  }
}

/** What a function answers or calls where it handles an error: the operator is `handler`. */
function* handlingSite(module: ModuleEntry, fn: FunctionIR, i: ValueId): Generator<ActSite> {
  const value = fn.a[i];
  if (value < 0) return;
  if (fn.ops[i] === Op.Return) {
    yield new ActSite(module, fn, i, 'handler', '', 'return', [
      { id: value, keyword: '' },
      { id: -1, keyword: '' },
    ]);
  } else if (fn.c[i] === 0) {
    const text = module.textIn(fn, fn.start + fn.starts[value], fn.start + fn.ends[value]);
    yield new ActSite(module, fn, i, 'handler', text, text, [
      { id: -1, keyword: '' },
      { id: -1, keyword: '' },
    ]);
  }
}

/** Where errors are values: `err != nil`. */
function testsError(module: ModuleEntry, fn: FunctionIR, condition: ValueId): boolean {
  if (condition < 0 || fn.ops[condition] !== Op.Binary || module.ir.strings[fn.c[condition]] !== '!=') return false;
  const text = module.textIn(fn, fn.start + fn.starts[condition], fn.start + fn.ends[condition]);
  return /^\(?err\w* != nil\)?$/.test(text);
}

const EMPTY: Omit<Operand, 'keyword'> = { text: '', constant: undefined };

/** What a value was made of, through names, awaits and variables that are written once. */
function madeOf(module: ModuleEntry, owner: FunctionIR, value: ValueId): Omit<Operand, 'keyword'> {
  let fn = owner;
  let id = value;
  for (let steps = 0; steps < MAX_STEPS && id >= 0; steps++) {
    if (fn.ops[id] === Op.Copy || fn.ops[id] === Op.Await || fn.ops[id] === Op.Cast) id = fn.a[id];
    else if (fn.ops[id] === Op.LoadCell) {
      const holder = module.ir.functions[fn.a[id]];
      const written = holder?.cells[fn.b[id]]?.values ?? [];
      if (!holder || written.length !== 1) break;
      fn = holder;
      [id] = written;
    } else break;
  }
  if (id < 0) return EMPTY;
  const constant = fn.ops[id] === Op.Const ? module.ir.constants[fn.a[id]].value : undefined;
  return { text: module.textIn(fn, fn.start + fn.starts[id], fn.start + fn.ends[id]), constant };
}

const MAX_STEPS = 8;

export function actDraft(rule: ActRule, site: ActSite): Draft | undefined {
  const problem = rule.check(site);
  if (!problem) return undefined;
  const { module, fn, instruction } = site;
  const { start, end } = (problem.operand === undefined ? undefined : site.spanOf(problem.operand)) ?? site;
  return {
    ruleId: rule.id,
    severity: problem.severity ?? rule.severity,
    message: problem.message,
    variant: problem.variant,
    cwe: rule.cwe,
    module,
    start,
    end,
    trace: [{ uri: module.uri, start, end, note: 'done here' }],
    anchor: {
      functionId: fn.id,
      instruction,
      value: -1,
      option: problem.option,
      words: problem.words ?? {},
      bind: undefined,
    },
    onlyStrict: problem.onlyStrict,
  };
}
