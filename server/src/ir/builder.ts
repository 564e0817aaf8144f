import {
  type Annotation,
  type ArrayKind,
  type Cell,
  type ClassIR,
  type CommentIR,
  type ConcatKind,
  type Constant,
  type ConstantValue,
  type FieldIR,
  type FunctionIR,
  type ImportIR,
  IterKind,
  type ModuleIR,
  NONE,
  Op,
  type ParamIR,
  Tag,
  type TemplateIR,
  type TypeRef,
  type ValueId,
} from './ir';
import { Tables } from './tables';

/** Absolute span in the file. */
export interface At {
  readonly start: number;
  readonly end: number;
}

/** One entry of a call, object, array or concatenation. */
export interface Entry {
  readonly value: ValueId;
  /** A key or keyword; absent for positional entries. */
  readonly name?: string;
  readonly spread?: 'list' | 'map';
}

export interface FunctionInfo {
  readonly name: string;
  readonly kind: FunctionIR['kind'];
  readonly at: At;
  readonly nameAt?: At;
  readonly isAsync?: boolean;
  readonly isGenerator?: boolean;
  readonly isStatic?: boolean;
  readonly isExported?: boolean;
  readonly owner?: number;
  readonly returnType?: TypeRef;
  readonly annotations?: readonly Annotation[];
}

export interface ParamInfo {
  readonly name: string;
  readonly type?: TypeRef;
  readonly kind?: ParamIR['kind'];
  readonly hasDefault?: boolean;
  readonly annotations?: readonly Annotation[];
  readonly at: At;
}

export interface ClassInfo {
  readonly name: string;
  readonly qualifiedName?: string;
  readonly isInterface?: boolean;
  readonly isExported?: boolean;
  readonly isPart?: boolean;
  readonly supertypes?: readonly TypeRef[];
  readonly annotations?: readonly Annotation[];
  readonly at: At;
}

/** Collects a file's functions, classes and tables. One per file. */
export class ModuleBuilder {
  private readonly functions: (FunctionIR | undefined)[] = [];
  private readonly classes: ClassBuilder[] = [];
  readonly imports: ImportIR[] = [];
  readonly typeScope: string[] = [];
  readonly comments: CommentIR[] = [];
  readonly errors: { start: number; end: number }[] = [];
  readonly opaque: Record<string, number> = {};
  partial: string | undefined;
  template: TemplateIR | undefined;

  constructor(
    readonly uri: string,
    readonly language: string,
    readonly text: string,
    /** Those of the file before it was edited, so that what is the same gets the same numbers. */
    private readonly tables = new Tables(),
  ) {}

  string(text: string): number {
    return this.tables.string(text);
  }

  constant(kind: Constant['kind'], value: ConstantValue, flags?: string): number {
    return this.tables.constant(kind, value, flags);
  }

  /** @internal */
  constantKind(id: number): Constant['kind'] {
    return this.tables.constants[id].kind;
  }

  /** Opens the module's own code; call `finish()` on it last. */
  module(at: At): FunctionBuilder {
    return this.function({ name: '<module>', kind: 'module', at }, undefined);
  }

  function(info: FunctionInfo, parent: FunctionBuilder | undefined): FunctionBuilder {
    const id = this.functions.push(undefined) - 1;
    return new FunctionBuilder(this, id, info, parent);
  }

  class(info: ClassInfo): ClassBuilder {
    const builder = new ClassBuilder(this.classes.length, info);
    this.classes.push(builder);
    return builder;
  }

  /** @internal */
  setFunction(id: number, fn: FunctionIR): void {
    this.functions[id] = fn;
  }

  finish(): ModuleIR {
    const functions = this.functions.map((fn, id) => {
      if (!fn) throw new Error(`function ${id} was opened and never finished`);
      return fn;
    });
    let lines = 1;
    for (let i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) lines++;
    return {
      uri: this.uri,
      language: this.language,
      strings: this.tables.strings,
      constants: this.tables.constants,
      functions,
      classes: this.classes.map((c) => c.finish()),
      imports: this.imports,
      typeScope: this.typeScope,
      comments: this.comments,
      errors: this.errors,
      opaque: this.opaque,
      partial: this.partial,
      ...(this.template === undefined ? {} : { template: this.template }),
      length: this.text.length,
      lines,
    };
  }
}

export class ClassBuilder {
  readonly methods: number[] = [];
  readonly fields: FieldIR[] = [];

  constructor(
    readonly id: number,
    private readonly info: ClassInfo,
  ) {}

  finish(): ClassIR {
    return {
      id: this.id,
      name: this.info.name,
      qualifiedName: this.info.qualifiedName ?? this.info.name,
      isInterface: this.info.isInterface ?? false,
      isExported: this.info.isExported ?? false,
      isPart: this.info.isPart ?? false,
      supertypes: this.info.supertypes ?? [],
      methods: this.methods,
      fields: this.fields,
      annotations: this.info.annotations ?? [],
      start: this.info.at.start,
      end: this.info.at.end,
    };
  }
}

/** A declared variable. Front ends only pass it around. */
export class Variable {
  /** Current value in the owner's code, NONE before the first write. */
  value: ValueId = NONE;
  /** Index in the owner's cells once an inner function uses it. */
  cell = -1;
  /** Set once an inner function writes it: from there on the owner reads the cell too. */
  writtenInside = false;
  /** Every value the owner wrote. */
  readonly values: ValueId[] = [];

  constructor(
    readonly name: string,
    readonly owner: FunctionBuilder,
    readonly type: TypeRef,
  ) {}
}

interface Change {
  readonly variable: Variable;
  readonly before: ValueId;
  readonly after: ValueId;
}

interface Edge {
  /** Values of the variables that changed since the frame was opened. */
  readonly values: Map<Variable, ValueId>;
  /** The instruction whose being reached makes this edge possible. */
  readonly via: ValueId;
}

interface Frame {
  readonly kind: 'loop' | 'block' | 'try';
  readonly label: string | undefined;
  readonly instruction: ValueId;
  /** Length of the change log when the frame was opened. */
  readonly mark: number;
  readonly breaks: Edge[];
  readonly continues: Edge[];
  readonly phis: Map<Variable, ValueId>;
}

/**
 * Builds one function's instructions, and its SSA form on the way: a front end declares, reads and writes variables by
 * name and opens control structures with callbacks; phis appear by themselves.
 *
 * Invariant (kept by `verify`): every operand of an instruction except a `LoopPhi`'s second is an earlier instruction.
 */
export class FunctionBuilder {
  private ops: number[] = [];
  private a: number[] = [];
  private b: number[] = [];
  private c: number[] = [];
  private starts: number[] = [];
  private ends: number[] = [];
  private readonly args: number[] = [];
  private readonly params: ParamIR[] = [];
  private readonly cellVariables: Variable[] = [];
  private readonly bindings: number[] = [];
  private readonly loopPhis = new Map<number, ValueId[]>();
  private scopes: Map<string, Variable>[] = [new Map()];
  private log: Change[] = [];
  private frames: Frame[] = [];
  /** True after a return, throw, break or continue until the enclosing structure ends. */
  private terminated = false;
  private thisValue: ValueId = NONE;

  constructor(
    readonly module: ModuleBuilder,
    readonly id: number,
    readonly info: FunctionInfo,
    readonly parent: FunctionBuilder | undefined,
  ) {}

  // ---- variables -------------------------------------------------------------------------------------------------

  pushScope(): void {
    this.scopes.push(new Map());
  }

  popScope(): void {
    this.scopes.pop();
  }

  scoped<T>(body: () => T): T {
    this.pushScope();
    try {
      return body();
    } finally {
      this.popScope();
    }
  }

  /** Declares a variable in the innermost scope, or in the function's own scope (`var`, Python names). */
  declare(name: string, options: { type?: TypeRef; functionScope?: boolean } = {}): Variable {
    const scope = options.functionScope ? this.scopes[0] : this.scopes[this.scopes.length - 1];
    const existing = scope.get(name);
    if (existing && (options.functionScope || existing.value === NONE)) return existing;
    const variable = new Variable(name, this, options.type ?? '');
    scope.set(name, variable);
    return variable;
  }

  /** The variable a name means here, looking outwards through scopes and enclosing functions. */
  lookup(name: string): Variable | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const found = this.scopes[i].get(name);
      if (found) return found;
    }
    return this.parent?.lookup(name);
  }

  /** Whether the name is declared in this function itself, not in an enclosing one. */
  declaresLocally(name: string): boolean {
    return this.scopes.some((scope) => scope.has(name));
  }

  /** Reads a name: a local value, a captured variable, or a `Global` when nothing declares it. */
  read(name: string, at: At): ValueId {
    const variable = this.lookup(name);
    if (!variable) return this.emit(Op.Global, at, this.module.string(name));
    const value = this.readVariable(variable, at);
    // Each use has its own span: it is where a finding points, and not where the variable got its value.
    const isOwn =
      this.starts[value] === at.start - this.info.at.start && this.ends[value] === at.end - this.info.at.start;
    return isOwn ? value : this.emit(Op.Copy, at, value);
  }

  readVariable(variable: Variable, at: At): ValueId {
    if (variable.owner !== this || variable.writtenInside) {
      return this.emit(Op.LoadCell, at, variable.owner.id, variable.owner.cellOf(variable));
    }
    if (variable.value === NONE) {
      // Read before any write on this path: a hoisted or not yet assigned name.
      return this.emit(Op.LoadCell, at, this.id, this.cellOf(variable));
    }
    return this.throughLoops(variable);
  }

  /** Writes a name, declaring it in the function's scope when nothing does. `at` is the target's span. */
  write(name: string, value: ValueId, at: At): void {
    this.writeVariable(this.lookup(name) ?? this.declare(name, { functionScope: true }), value, at);
  }

  writeVariable(variable: Variable, value: ValueId, at: At): void {
    this.bind(variable.name, value, at);
    if (variable.owner !== this) {
      const cell = variable.owner.cellOf(variable);
      variable.writtenInside = true;
      this.emit(Op.StoreCell, at, variable.owner.id, cell, value);
      return;
    }
    this.assign(variable, value);
  }

  /** Records what the source calls a value, for rules that look at names. */
  bind(name: string, value: ValueId, at: At): void {
    this.bindings.push(value, this.module.string(name), at.start - this.info.at.start);
  }

  private assign(variable: Variable, value: ValueId): void {
    this.log.push({ variable, before: variable.value, after: value });
    variable.value = value;
    variable.values.push(value);
  }

  /** @internal Index of the variable among the cells of its owner. */
  cellOf(variable: Variable): number {
    if (variable.cell < 0) variable.cell = this.cellVariables.push(variable) - 1;
    return variable.cell;
  }

  /** Inside a loop, a value from before the loop may also be one from the previous round. */
  private throughLoops(variable: Variable): ValueId {
    let value = variable.value;
    for (const frame of this.frames) {
      if (frame.kind !== 'loop' || value > frame.instruction) continue;
      let phi = frame.phis.get(variable);
      if (phi === undefined) phi = this.emitLoopPhi(frame, variable, value);
      value = phi;
    }
    return value;
  }

  private emitLoopPhi(frame: Frame, variable: Variable, before: ValueId): ValueId {
    const phi = this.emitRaw(Op.LoopPhi, this.starts[before], this.ends[before], before, before, frame.instruction);
    frame.phis.set(variable, phi);
    const list = this.loopPhis.get(frame.instruction);
    if (list) list.push(phi);
    else this.loopPhis.set(frame.instruction, [phi]);
    return phi;
  }

  /** The variables that code here can name, by name, with their values. */
  localValues(at: At): Entry[] {
    const names = new Map<string, Variable>();
    for (let fn: FunctionBuilder | undefined = this; fn; fn = fn.parent) {
      for (const scope of [...fn.scopes].reverse()) {
        for (const [name, variable] of scope) if (!names.has(name)) names.set(name, variable);
      }
    }
    const known = [...names].filter(([, variable]) => variable.owner !== this || variable.value !== NONE);
    return known.map(([name, variable]) => ({ name, value: this.readVariable(variable, at) }));
  }

  // ---- parameters ------------------------------------------------------------------------------------------------

  /** Adds a parameter and returns its value; the caller declares the name it is bound to (or destructures it). */
  param(info: ParamInfo): ValueId {
    const index =
      this.params.push({
        name: info.name,
        type: info.type ?? '',
        kind: info.kind ?? 'positional',
        hasDefault: info.hasDefault ?? false,
        annotations: info.annotations ?? [],
        start: info.at.start - this.info.at.start,
        end: info.at.end - this.info.at.start,
      }) - 1;
    return this.emit(Op.Param, info.at, index);
  }

  /** Shorthand: adds a parameter and declares a variable of its name. */
  namedParam(info: ParamInfo): ValueId {
    const value = this.param(info);
    this.writeVariable(this.declare(info.name, { type: info.type ?? '' }), value, info.at);
    return value;
  }

  // ---- values ----------------------------------------------------------------------------------------------------

  emit(op: Op, at: At, a = NONE, b = NONE, c = NONE): ValueId {
    return this.emitRaw(op, at.start - this.info.at.start, at.end - this.info.at.start, a, b, c);
  }

  private emitRaw(op: Op, start: number, end: number, a: number, b: number, c: number): ValueId {
    this.ops.push(op);
    this.a.push(a);
    this.b.push(b);
    this.c.push(c);
    this.starts.push(start);
    this.ends.push(end);
    return this.ops.length - 1;
  }

  private entries(list: readonly Entry[]): [number, number] {
    const first = this.args.length >> 1;
    for (const entry of list) {
      const tag =
        entry.spread === 'list'
          ? Tag.Spread
          : entry.spread === 'map'
            ? Tag.SpreadMap
            : entry.name === undefined
              ? Tag.Positional
              : this.module.string(entry.name);
      this.args.push(entry.value, tag);
    }
    return [first, list.length];
  }

  const(value: ConstantValue, at: At): ValueId {
    const kind =
      value === null ? 'null' : value === undefined ? 'undefined' : (typeof value as 'string' | 'number' | 'boolean');
    return this.emit(Op.Const, at, this.module.constant(kind, value));
  }

  constantOf(kind: Constant['kind'], value: ConstantValue, at: At, flags?: string): ValueId {
    return this.emit(Op.Const, at, this.module.constant(kind, value, flags));
  }

  this(at: At): ValueId {
    if (this.thisValue === NONE) this.thisValue = this.emit(Op.This, at);
    return this.thisValue;
  }

  /**
   * Whether a value is text by the way it was made: a string, a concatenation, or a variable or join that holds one.
   * Tells front ends that `+` joins texts where no operand is a literal (`sql += id` after `let sql = 'SELECT …'`).
   */
  isText(value: ValueId, depth = 6): boolean {
    if (value < 0 || depth <= 0) return false;
    switch (this.ops[value]) {
      case Op.Concat:
        return true;
      case Op.Const:
        return this.module.constantKind(this.a[value]) === 'string';
      case Op.LoopPhi:
      case Op.Copy:
        return this.isText(this.a[value], depth - 1);
      case Op.Phi: {
        const first = this.b[value];
        const count = Math.min(this.c[value], 4);
        for (let i = 0; i < count; i++) if (this.isText(this.args[2 * (first + i)], depth - 1)) return true;
        return false;
      }
      case Op.LoadCell: {
        let owner: FunctionBuilder | undefined = this;
        while (owner && owner.id !== this.a[value]) owner = owner.parent;
        const written = owner?.cellVariables[this.b[value]].values;
        return (
          owner !== undefined && written !== undefined && written.length > 0 && owner.isText(written[0], depth - 1)
        );
      }
      default:
        return false;
    }
  }

  /** Where a value of this function begins in the file. */
  startOf(value: ValueId): number {
    return this.info.at.start + (this.starts[value] ?? 0);
  }

  /** The same value, said in another place or in more words. */
  copy(value: ValueId, at: At): ValueId {
    return this.emit(Op.Copy, at, value);
  }

  global(name: string, at: At): ValueId {
    return this.emit(Op.Global, at, this.module.string(name));
  }

  typeName(name: TypeRef, at: At): ValueId {
    return this.emit(Op.TypeName, at, this.module.string(name));
  }

  /** `member` undefined: the module itself (namespace import, `require`, `import a.b`). */
  import(specifier: string, member: string | undefined, at: At): ValueId {
    return this.emit(
      Op.Import,
      at,
      this.module.string(specifier),
      member === undefined ? NONE : this.module.string(member),
    );
  }

  field(object: ValueId, name: string, at: At): ValueId {
    return this.emit(Op.Field, at, object, this.module.string(name));
  }

  setField(object: ValueId, name: string, value: ValueId, at: At): void {
    this.emit(Op.SetField, at, object, this.module.string(name), value);
  }

  index(object: ValueId, key: ValueId, at: At): ValueId {
    return this.emit(Op.Index, at, object, key);
  }

  setIndex(object: ValueId, key: ValueId, value: ValueId, at: At): void {
    this.emit(Op.SetIndex, at, object, key, value);
  }

  call(callee: ValueId, args: readonly Entry[], at: At): ValueId {
    const [first, count] = this.entries(args);
    return this.emit(Op.Call, at, callee, first, count);
  }

  /** `at` of the callee's `Field` is the span from the receiver to the method's name. */
  callMethod(receiver: ValueId, name: string, args: readonly Entry[], at: At, calleeAt: At = at): ValueId {
    return this.call(this.field(receiver, name, calleeAt), args, at);
  }

  new(callee: ValueId, args: readonly Entry[], at: At): ValueId {
    const [first, count] = this.entries(args);
    return this.emit(Op.New, at, callee, first, count);
  }

  object(entries: readonly Entry[], at: At): ValueId {
    const [first, count] = this.entries(entries);
    return this.emit(Op.Object, at, NONE, first, count);
  }

  array(kind: ArrayKind, entries: readonly Entry[], at: At): ValueId {
    const [first, count] = this.entries(entries);
    return this.emit(Op.Array, at, kind, first, count);
  }

  /** Parts in order; literal text is given as `Const` values. */
  concat(kind: ConcatKind, parts: readonly ValueId[], at: At): ValueId {
    const [first, count] = this.entries(parts.map((value) => ({ value })));
    return this.emit(Op.Concat, at, kind, first, count);
  }

  binary(operator: string, left: ValueId, right: ValueId, at: At): ValueId {
    return this.emit(Op.Binary, at, left, right, this.module.string(operator));
  }

  unary(operator: string, operand: ValueId, at: At): ValueId {
    return this.emit(Op.Unary, at, operand, NONE, this.module.string(operator));
  }

  await(value: ValueId, at: At): ValueId {
    return this.emit(Op.Await, at, value);
  }

  yield(value: ValueId, at: At): ValueId {
    return this.emit(Op.Yield, at, value);
  }

  iter(iterable: ValueId, at: At, kind: IterKind = IterKind.Values): ValueId {
    return this.emit(Op.Iter, at, iterable, NONE, kind);
  }

  cast(value: ValueId, type: TypeRef, at: At): ValueId {
    return type === '' ? value : this.emit(Op.Cast, at, value, this.module.string(type));
  }

  rest(object: ValueId, without: readonly string[], at: At): ValueId {
    const [first, count] = this.entries(without.map((name) => ({ value: object, name })));
    return this.emit(Op.Rest, at, object, first, count);
  }

  opaque(reason: string, children: readonly ValueId[], at: At): ValueId {
    this.module.opaque[reason] = (this.module.opaque[reason] ?? 0) + 1;
    const [first, count] = this.entries(children.map((value) => ({ value })));
    return this.emit(Op.Opaque, at, this.module.string(reason), first, count);
  }

  exports(at: At): ValueId {
    return this.emit(Op.Exports, at);
  }

  setExports(value: ValueId, at: At): void {
    this.emit(Op.SetExports, at, value);
  }

  /** The closure of an already finished function. */
  closure(fn: FunctionBuilder, at: At): ValueId {
    return this.emit(Op.Func, at, fn.id);
  }

  classValue(cls: ClassBuilder, at: At): ValueId {
    return this.emit(Op.Class, at, cls.id);
  }

  // ---- control flow ----------------------------------------------------------------------------------------------

  /** Whether the code being built can be reached. */
  get isTerminated(): boolean {
    return this.terminated;
  }

  private changesSince(mark: number): Map<Variable, ValueId> {
    const values = new Map<Variable, ValueId>();
    for (let i = mark; i < this.log.length; i++) values.set(this.log[i].variable, this.log[i].variable.value);
    return values;
  }

  private rollback(mark: number): void {
    for (let i = this.log.length - 1; i >= mark; i--) this.log[i].variable.value = this.log[i].before;
    this.log.length = mark;
  }

  /** Joins the values that variables have on the given edges; variables keep their present value on edges that did not change them. */
  private merge(edges: readonly Edge[], at: At): void {
    if (edges.length === 0) {
      this.terminated = true;
      return;
    }
    this.terminated = false;
    const changed = new Set<Variable>();
    for (const edge of edges) for (const variable of edge.values.keys()) changed.add(variable);
    for (const variable of changed) {
      const before = variable.value;
      const operands = edges.map((edge) => ({ value: edge.values.get(variable) ?? before, via: edge.via }));
      const known = operands.filter((operand) => operand.value !== NONE);
      if (known.length === 0) continue;
      if (known.every((operand) => operand.value === known[0].value)) {
        if (known[0].value !== before) this.assign(variable, known[0].value);
        continue;
      }
      const first = this.args.length >> 1;
      for (const operand of known) this.args.push(operand.value, operand.via);
      this.assign(variable, this.emit(Op.Phi, at, NONE, first, known.length));
    }
  }

  if(condition: ValueId, at: At, then: () => void, otherwise?: () => void): void {
    this.emit(Op.If, at, condition);
    const mark = this.log.length;
    const wasTerminated = this.terminated;
    const edges: Edge[] = [];
    then();
    const elseMark = this.emit(Op.Else, { start: at.end, end: at.end });
    if (!this.terminated) edges.push({ values: this.changesSince(mark), via: elseMark });
    this.rollback(mark);
    this.terminated = wasTerminated;
    otherwise?.();
    const endMark = this.emit(Op.EndIf, { start: at.end, end: at.end });
    if (!this.terminated) edges.push({ values: this.changesSince(mark), via: endMark });
    this.rollback(mark);
    this.merge(edges, at);
  }

  /** A value that depends on a condition: `c ? x : y`, `a && b`, `a || b`. */
  conditional(condition: ValueId, at: At, then: () => ValueId, otherwise: () => ValueId): ValueId {
    const result = new Variable('', this, '');
    this.if(
      condition,
      at,
      () => this.assign(result, then()),
      () => this.assign(result, otherwise()),
    );
    return result.value === NONE ? this.const(undefined, at) : result.value;
  }

  /**
   * A loop. `test` is evaluated at the start of each round (or at the end with `testLast`), `update` after the body
   * and after every `continue`.
   */
  loop(
    at: At,
    parts: { test?: () => ValueId; body: () => void; update?: () => void; testLast?: boolean; label?: string },
  ): void {
    const instruction = this.emit(Op.Loop, at, parts.testLast ? 1 : 0);
    const frame = this.openFrame('loop', instruction, parts.label);
    const wasTerminated = this.terminated;
    const exits: Edge[] = [];
    const test = (): void => {
      if (!parts.test) return;
      const via = this.emit(Op.LoopTest, at, parts.test());
      exits.push({ values: this.changesSince(frame.mark), via });
    };
    if (!parts.testLast) test();
    parts.body();
    this.joinContinues(frame, at);
    if (!this.terminated) {
      parts.update?.();
      if (parts.testLast) test();
    }
    this.closeLoop(frame, exits, at);
    // `while (true)` without a break never falls through.
    if (exits.length + frame.breaks.length === 0) this.terminated = parts.test === undefined || wasTerminated;
  }

  /** Ends a loop: connects the phis with the values of the round's end and joins the ways out. */
  private closeLoop(frame: Frame, exits: readonly Edge[], at: At): void {
    const latch = this.terminated ? new Map<Variable, ValueId>() : this.changesSince(frame.mark);
    this.emit(Op.EndLoop, { start: at.end, end: at.end });
    this.rollback(frame.mark);
    this.frames.pop();
    for (const [variable, last] of latch) {
      if (variable.value === NONE) continue;
      let phi = frame.phis.get(variable);
      if (phi === undefined) {
        const before = this.throughLoops(variable);
        phi = this.emitLoopPhi(frame, variable, before);
      }
      this.b[phi] = last;
    }
    const edges = [...exits, ...frame.breaks];
    if (edges.length > 0)
      this.merge(
        edges.map((edge) => this.withPhis(edge, frame)),
        at,
      );
  }

  /** A variable whose value at an exit is from before the loop may have been changed by an earlier round. */
  private withPhis(edge: Edge, frame: Frame): Edge {
    const values = new Map(edge.values);
    for (const [variable, phi] of frame.phis) {
      if (!values.has(variable) && this.b[phi] !== this.a[phi]) values.set(variable, phi);
    }
    return { values, via: edge.via };
  }

  /** Before a loop's update, the end of the body and every `continue` meet. */
  private joinContinues(frame: Frame, at: At): void {
    if (frame.continues.length === 0) return;
    const edges = [...frame.continues];
    if (!this.terminated) edges.push({ values: this.changesSince(frame.mark), via: NONE });
    this.rollback(frame.mark);
    this.merge(edges, at);
  }

  /** Calls the body once for the elements of an iterable, as often as there may be. */
  forEach(
    iterable: ValueId,
    at: At,
    kind: IterKind,
    body: (element: ValueId) => void,
    label?: string,
    elementAt: At = at,
  ): void {
    const instruction = this.emit(Op.Loop, at, 0);
    const frame = this.openFrame('loop', instruction, label);
    const exits: Edge[] = [{ values: new Map(), via: NONE }];
    body(this.iter(iterable, elementAt, kind));
    this.joinContinues(frame, at);
    this.closeLoop(frame, exits, at);
  }

  /** A region that `break` leaves: without a label a plain `break` (switch), with one only a `break` that names it. */
  block(at: At, body: () => void, label?: string): void {
    const instruction = this.emit(Op.Block, at);
    const frame = this.openFrame('block', instruction, label);
    body();
    const end = this.emit(Op.EndBlock, { start: at.end, end: at.end });
    const edges = [...frame.breaks];
    if (!this.terminated) edges.push({ values: this.changesSince(frame.mark), via: end });
    this.rollback(frame.mark);
    this.frames.pop();
    this.merge(edges, at);
  }

  /**
   * `switch`/`match`. Each case gives its tests (undefined for the default case) and its body; a body that does not end
   * in a jump and has `fallsThrough` continues with the next case's body. `break` (without label) leaves the switch when
   * `breakable` is not false.
   */
  switch(
    at: At,
    cases: readonly { tests: (() => ValueId)[] | undefined; body: () => void; fallsThrough?: boolean }[],
    breakable = true,
  ): void {
    const budget = { left: 64 };
    const run = (index: number): void => {
      cases[index].body();
      if (cases[index].fallsThrough && !this.terminated && index + 1 < cases.length && budget.left-- > 0)
        run(index + 1);
    };
    const chain = (order: readonly number[], position: number): void => {
      if (position >= order.length) {
        const fallback = cases.findIndex((c) => c.tests === undefined);
        if (fallback >= 0) run(fallback);
        return;
      }
      const index = order[position];
      const tests = cases[index].tests ?? [];
      const anyOf = (i: number): ValueId =>
        i + 1 === tests.length ? tests[i]() : this.conditionalOr(tests[i](), at, () => anyOf(i + 1));
      this.if(
        anyOf(0),
        at,
        () => run(index),
        () => chain(order, position + 1),
      );
    };
    const order = cases.flatMap((c, i) => (c.tests && c.tests.length > 0 ? [i] : []));
    const body = (): void => {
      // A switch of hundreds of cases would nest as deep; beyond this depth its cases are alternatives without order.
      if (order.length <= 150) chain(order, 0);
      else for (let i = 0; i < cases.length; i++) this.if(this.opaque('large-switch', [], at), at, () => run(i));
    };
    if (breakable) this.block(at, body);
    else body();
  }

  private conditionalOr(left: ValueId, at: At, right: () => ValueId): ValueId {
    return this.binary('||', left, right(), at);
  }

  private openFrame(kind: Frame['kind'], instruction: ValueId, label: string | undefined): Frame {
    const frame: Frame = {
      kind,
      label,
      instruction,
      mark: this.log.length,
      breaks: [],
      continues: [],
      phis: new Map(),
    };
    this.frames.push(frame);
    return frame;
  }

  private edgeFor(frame: Frame, via: ValueId): Edge {
    return { values: this.changesSince(frame.mark), via };
  }

  /** Leaves the innermost loop or switch, or the one with the label. A break without a target ends the path. */
  break(at: At, label?: string): void {
    const frame = this.findFrame((f) =>
      label === undefined ? f.kind === 'loop' || (f.kind === 'block' && f.label === undefined) : f.label === label,
    );
    if (frame && !this.terminated) {
      const via = this.emit(Op.Break, at, frame.instruction);
      frame.breaks.push(this.edgeFor(frame, via));
    }
    this.terminated = true;
  }

  continue(at: At, label?: string): void {
    const frame = this.findFrame((f) => f.kind === 'loop' && (label === undefined || f.label === label));
    if (frame && !this.terminated) {
      const via = this.emit(Op.Continue, at, frame.instruction);
      frame.continues.push(this.edgeFor(frame, via));
    }
    this.terminated = true;
  }

  private findFrame(wanted: (frame: Frame) => boolean): Frame | undefined {
    for (let i = this.frames.length - 1; i >= 0; i--) if (wanted(this.frames[i])) return this.frames[i];
    return undefined;
  }

  return(value: ValueId, at: At): void {
    if (!this.terminated) this.emit(Op.Return, at, value);
    this.terminated = true;
  }

  throw(value: ValueId, at: At): void {
    if (!this.terminated) this.emit(Op.Throw, at, value);
    this.terminated = true;
  }

  /** A handler is entered with any value its variables had inside the body. `named` is where what it caught gets its name. */
  try(
    at: At,
    body: () => void,
    handlers: readonly { type?: TypeRef; at: At; named?: At; body: (caught: ValueId) => void }[],
    finalizer?: () => void,
  ): void {
    const instruction = this.emit(Op.Try, at);
    const frame = this.openFrame('try', instruction, undefined);
    const wasTerminated = this.terminated;
    body();
    const edges: Edge[] = [];
    const end = this.emit(Op.Nop, { start: at.end, end: at.end });
    if (!this.terminated) edges.push({ values: this.changesSince(frame.mark), via: end });
    const inside = this.log.slice(frame.mark);
    this.rollback(frame.mark);
    for (const handler of handlers) {
      const caughtMark = this.emit(Op.Catch, handler.at);
      this.terminated = wasTerminated;
      const seen = new Map<Variable, Set<ValueId>>();
      for (const change of inside) {
        const values = seen.get(change.variable) ?? new Set(change.before === NONE ? [] : [change.before]);
        values.add(change.after);
        seen.set(change.variable, values);
      }
      for (const [variable, values] of seen) {
        const first = this.args.length >> 1;
        for (const value of values) this.args.push(value, NONE);
        this.assign(variable, this.emit(Op.Phi, handler.at, NONE, first, values.size));
      }
      handler.body(
        this.emit(
          Op.Caught,
          handler.named ?? handler.at,
          caughtMark,
          handler.type ? this.module.string(handler.type) : NONE,
        ),
      );
      const handlerEnd = this.emit(Op.Nop, { start: handler.at.end, end: handler.at.end });
      if (!this.terminated) edges.push({ values: this.changesSince(frame.mark), via: handlerEnd });
      this.rollback(frame.mark);
    }
    this.frames.pop();
    const completes = edges.length > 0;
    if (completes) this.merge(edges, at);
    else this.terminated = wasTerminated;
    if (finalizer) {
      this.emit(Op.Finally, at);
      finalizer();
    }
    this.emit(Op.EndTry, { start: at.end, end: at.end });
    if (!completes) this.terminated = true;
  }

  // ---- end -------------------------------------------------------------------------------------------------------

  finish(): FunctionIR {
    const cells: Cell[] = this.cellVariables.map((v) => ({ name: v.name, values: v.values }));
    const [a, b, c, starts, ends, args, bindings] = columns([
      this.a,
      this.b,
      this.c,
      this.starts,
      this.ends,
      this.args,
      this.bindings,
    ]);
    const fn: FunctionIR = {
      id: this.id,
      name: this.info.name,
      kind: this.info.kind,
      isAsync: this.info.isAsync ?? false,
      isGenerator: this.info.isGenerator ?? false,
      isStatic: this.info.isStatic ?? false,
      isExported: this.info.isExported ?? false,
      parent: this.parent?.id ?? -1,
      owner: this.info.owner ?? -1,
      params: this.params,
      returnType: this.info.returnType ?? '',
      annotations: this.info.annotations ?? [],
      start: this.info.at.start,
      end: this.info.at.end,
      nameStart: this.info.nameAt?.start ?? this.info.at.start,
      nameEnd: this.info.nameAt?.end ?? this.info.at.start,
      size: this.ops.length,
      ops: new Uint8Array(this.ops),
      a,
      b,
      c,
      starts,
      ends,
      args,
      cells,
      bindings,
      loopPhis: this.loopPhis,
    };
    this.module.setFunction(this.id, fn);
    return fn;
  }
}

/** The lists as views of one buffer: a buffer of its own for each would cost more than building a small function. */
function columns(lists: readonly (readonly number[])[]): Int32Array[] {
  let total = 0;
  for (const list of lists) total += list.length;
  const all = new Int32Array(total);
  let offset = 0;
  return lists.map((list) => {
    all.set(list, offset);
    const view = new Int32Array(all.buffer, offset * Int32Array.BYTES_PER_ELEMENT, list.length);
    offset += list.length;
    return view;
  });
}
