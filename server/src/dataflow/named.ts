import type { Sink } from '../facts/vocabulary';
import { type FunctionIR, Op, type ValueId } from '../ir/ir';
import type { Frame } from './frame';
import type { FunctionFacts } from './function-facts';
import type { ModuleEntry } from './program';
import { Flag, type Taint, type TaintSource, type Value, withTaints } from './value';

/** Values that their names make what they are: what is called a password is one, whoever gave it. */
export interface NamedSource {
  /** Where such a value must not get: rules say so. Nothing is looked for where this is empty. */
  readonly sinks: ReadonlySet<Sink>;
  matches(name: string): boolean;
  /** Names of what is secret because it was computed from a secret: signatures. */
  isComputed(name: string): boolean;
}

/**
 * Which values of a function have a secret's name. Found once a function, by its code alone, and only where some rule
 * asks; evaluation then looks up a number.
 *
 * A secret goes where text of it goes: through joins, formats and conversions. It does not go into what somebody
 * computed with it: the answer of a login is no password. So calls that nobody knows, members and look-ups drop it,
 * where for an untrusted value they do not.
 */
export class NamedValues {
  private readonly byFunction = new WeakMap<FunctionFacts, ReadonlyMap<ValueId, string>>();
  private readonly sources = new WeakMap<FunctionFacts, Map<ValueId, TaintSource>>();
  private readonly verdicts = new Map<string, boolean>();

  constructor(private readonly named: NamedSource) {}

  /** Undefined where nothing has such a name. */
  of(module: ModuleEntry, fn: FunctionIR): ReadonlyMap<ValueId, string> | undefined {
    const facts = module.factsOf(fn);
    let names = this.byFunction.get(facts);
    if (!names) {
      names = this.find(module, fn);
      this.byFunction.set(facts, names);
    }
    return names.size === 0 ? undefined : names;
  }

  /** Whether a value of the secret kind is looked for there. */
  reaches(sink: Sink): boolean {
    return this.named.sinks.has(sink);
  }

  isSecret(name: string): boolean {
    let verdict = this.verdicts.get(name);
    if (verdict === undefined) {
      verdict =
        name.length <= MAX_NAME && this.named.matches(name) && (this.named.isComputed(name) || !CONCEALS.test(name));
      this.verdicts.set(name, verdict);
    }
    return verdict;
  }

  /** The value with its name's taint. What is written in the source, and what is only a number, is no secret to keep. */
  enter(frame: Frame, id: ValueId, value: Value, name: string): Value {
    if (value.consts || value.flags & Flag.Scalar || value.closures.length > 0 || value.classes.length > 0)
      return value;
    if (value.objects.some(({ kind, cls }) => kind !== 'opaque' || cls) || value.taints.some(isSecretTaint))
      return value;
    const taint: Taint = { source: this.sourceOf(frame, id, name), clean: 0, step: undefined, isGuess: false };
    return withTaints(value, [...value.taints, taint]);
  }

  private sourceOf(frame: Frame, id: ValueId, name: string): TaintSource {
    let sources = this.sources.get(frame.facts);
    if (!sources) {
      sources = new Map();
      this.sources.set(frame.facts, sources);
    }
    let source = sources.get(id);
    if (!source || source.module !== frame.module) {
      const text = frame.fn.ops[id] === Op.Param ? name : frame.text(id).replace(/\s+/g, ' ').trim();
      source = {
        kind: 'secret',
        module: frame.module,
        start: frame.start(id),
        end: frame.end(id),
        // Where it is only bound to the name, the name tells more.
        text: text.length > MAX_TEXT || !text.toLowerCase().includes(name.toLowerCase()) ? name : text,
        isLabelled: true,
        name,
      };
      sources.set(id, source);
    }
    return source;
  }

  private find(module: ModuleEntry, fn: FunctionIR): ReadonlyMap<ValueId, string> {
    const { strings, constants, functions } = module.ir;
    const found = new Map<ValueId, string>();
    const callees = new Set<ValueId>();
    const described = new Set<ValueId>();
    const consider = (id: ValueId, name: string): void => {
      if (!found.has(id) && this.isSecret(name)) found.set(id, name);
    };
    for (let i = 0; i < fn.size; i++) {
      const op = fn.ops[i];
      if (op === Op.Call || op === Op.New) callees.add(fn.a[i]);
      // What a class's body gives its fields describes them more often than it is one: columns, validators.
      else if (op === Op.SetField && fn.ops[fn.a[i]] === Op.Class) described.add(fn.c[i]);
    }
    for (let i = 0; i < fn.size; i++) {
      switch (fn.ops[i]) {
        case Op.Param: {
          const param = fn.params[fn.a[i]];
          if (!MADE_OF_NUMBERS.test(param.type)) consider(i, param.name);
          break;
        }
        case Op.Field:
          if (!callees.has(i)) consider(i, strings[fn.b[i]]);
          break;
        case Op.Index: {
          const key = fn.b[i];
          const constant = key >= 0 && fn.ops[key] === Op.Const ? constants[fn.a[key]] : undefined;
          if (constant?.kind === 'string') consider(i, String(constant.value));
          break;
        }
        case Op.LoadCell:
          consider(i, functions[fn.a[i]]?.cells[fn.b[i]]?.name ?? '');
          break;
        case Op.Call: {
          const name = this.asked(module, fn, i);
          if (name !== undefined) consider(i, name);
          break;
        }
      }
    }
    for (let i = 0; i + 2 < fn.bindings.length; i += 3) {
      const value = fn.bindings[i];
      const name = strings[fn.bindings[i + 1]] ?? '';
      if (value < 0 || described.has(value) || !GIVEN.has(fn.ops[value]) || !this.isSecret(name)) continue;
      if (this.named.isComputed(name) || !this.isConcealed(module, fn, value)) consider(value, name);
    }
    return found;
  }

  /** What a getter gets: `getPassword()`, `getenv("DB_PASSWORD")`, `headers.get("Authorization")`. */
  private asked(module: ModuleEntry, fn: FunctionIR, call: ValueId): string | undefined {
    const callee = fn.a[call];
    const count = fn.c[call];
    if (callee < 0) return undefined;
    const name = fn.ops[callee] === Op.Field ? module.ir.strings[fn.b[callee]] : lastName(module, fn, callee);
    if (count === 0) return /^get[A-Z_]/.test(name) ? name.slice(3).replace(/^_/, '') : undefined;
    const argument = fn.args[2 * fn.b[call]];
    if (!READS.test(name) || argument < 0 || fn.ops[argument] !== Op.Const) return undefined;
    const constant = module.ir.constants[fn.a[argument]];
    return constant.kind === 'string' ? String(constant.value) : undefined;
  }

  /** What is bound to the name is the answer of something that hides or checks what it is given. */
  private isConcealed(module: ModuleEntry, fn: FunctionIR, value: ValueId): boolean {
    let id = value;
    for (let depth = 0; depth < 4; depth++) {
      const op = fn.ops[id];
      if (op !== Op.Await && op !== Op.Cast && op !== Op.Copy) break;
      id = fn.a[id];
      if (id < 0) return false;
    }
    if (fn.ops[id] !== Op.Call && fn.ops[id] !== Op.New) return false;
    const callee = fn.a[id];
    if (callee < 0) return false;
    return conceals(fn.ops[callee] === Op.Field ? module.ir.strings[fn.b[callee]] : lastName(module, fn, callee));
  }
}

const MAX_NAME = 60;
const MAX_TEXT = 50;

/** Operations whose results may be what a variable's name says. */
const GIVEN: ReadonlySet<number> = new Set([
  Op.Call,
  Op.Field,
  Op.Index,
  Op.Await,
  Op.Cast,
  Op.Phi,
  Op.Concat,
  Op.LoadCell,
  Op.Iter,
]);

const MADE_OF_NUMBERS = /^(?:bool(?:ean)?|int(?:eger)?|number|long|float|double|(?:java\.lang\.)?Boolean)$/i;
const READS =
  /^(?:get|get_?env|lookup_?env|header|param(?:eter)?|query|cookie|env|argument|option|(?:get|post)?_?form_?value|get_?(?:string|header|parameter|property|cookie|query|param|arg(?:ument)?|option|secret(?:_?value)?)(?:_?value)?)$/i; // prettier-ignore

/** Functions that make something of a secret that may be told, or only say something about it. */
const CONCEALS =
  /hash|digest|hmac|hexdigest|sha\d|md5|bcrypt|argon|scrypt|pbkdf|mask|redact|encrypt|obfuscat|censor|anonymi[sz]|scrub|sanitiz|sanitis|truncate|fingerprint|hidden|hide|conceal|blur|strip_?secret|safe|compare|verif|valid|check|matches|equals|length|count|size/i;

/** Libraries for hashes, however their functions are called. */
const HASHES = /\b(?:create_?hash|create_?hmac|hashlib|hmac|sha\d+|md5|bcrypt|scrypt|argon2|blake2\w*|digest\w*)\b/i;
const MAX_CALLEE = 120;

/** Whether a function of this name gives back something else than what it was given. */
export function conceals(name: string, callee = ''): boolean {
  return (
    CONCEALS.test(name) ||
    HASHES.test(callee.slice(-MAX_CALLEE)) ||
    /^(?:is|has|can|should|does|needs)[A-Z_]/.test(name)
  );
}

/** Parts of a text that tell less than the whole. */
const SHORTENING: ReadonlySet<string> = new Set([
  'string.substring',
  'string.slice',
  'string.charAt',
  'string.replace',
  'string.replaceAll',
]);

export function shortens(operation: string): boolean {
  return SHORTENING.has(operation);
}

export function isSecretTaint({ source }: Taint): boolean {
  return source.kind === 'secret';
}

/** For what does not hand a secret on. */
export function withoutSecrets(taints: readonly Taint[]): readonly Taint[] {
  return taints.some(isSecretTaint) ? taints.filter((taint) => !isSecretTaint(taint)) : taints;
}

function lastName(module: ModuleEntry, fn: FunctionIR, id: ValueId): string {
  const text = module.textIn(fn, fn.start + fn.starts[id], fn.start + fn.ends[id]).slice(-MAX_NAME);
  return /([\p{L}\p{N}_$]+)\s*$/u.exec(text)?.[1] ?? '';
}
