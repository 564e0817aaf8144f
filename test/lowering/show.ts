import {
  type Annotation,
  ConcatKind,
  type FunctionIR,
  IterKind,
  type ModuleIR,
  Op,
  type ParamIR,
  Tag,
} from '../../server/src/ir/ir';

/** Instructions whose value is written where it is used, however often that is. */
const PLAIN = new Set([
  Op.Const,
  Op.Copy,
  Op.Param,
  Op.This,
  Op.Global,
  Op.Import,
  Op.TypeName,
  Op.Exports,
  Op.Caught,
  Op.LoadCell,
  Op.Class,
  Op.Field,
  Op.Index,
]);

/** A function's code as nested expressions, one effect a line: easier to check by eye than instructions. */
function showFunction(m: ModuleIR, fn: FunctionIR): string {
  const { ops, a, b, c } = fn;
  const name = (i: number): string => m.strings[i];
  const pairs = (i: number): [number, number][] =>
    Array.from({ length: c[i] }, (_, j) => [fn.args[2 * (b[i] + j)], fn.args[2 * (b[i] + j) + 1]]);
  const uses = new Array<number>(fn.size).fill(0);
  /** A copy only says where a value is used. */
  const copied = (v: number): number => {
    while (v >= 0 && ops[v] === Op.Copy) v = a[v];
    return v;
  };
  const use = (v: number): void => {
    if (v >= 0) uses[copied(v)]++;
  };
  // Backwards, since a copy uses its value as often as it is used itself.
  for (let i = fn.size - 1; i >= 0; i--) {
    switch (ops[i]) {
      case Op.Copy:
        if (a[i] >= 0) uses[a[i]] += uses[i];
        break;
      case Op.Field:
      case Op.Await:
      case Op.Yield:
      case Op.Unary:
      case Op.Iter:
      case Op.Cast:
      case Op.Rest:
      case Op.SetExports:
      case Op.If:
      case Op.LoopTest:
      case Op.Return:
      case Op.Throw:
      case Op.LoopPhi:
        use(a[i]);
        break;
      case Op.SetField:
        use(a[i]);
        use(c[i]);
        break;
      case Op.StoreCell:
        use(c[i]);
        break;
      case Op.Index:
      case Op.Binary:
        use(a[i]);
        use(b[i]);
        break;
      case Op.SetIndex:
        use(a[i]);
        use(b[i]);
        use(c[i]);
        break;
      case Op.Call:
      case Op.New:
        use(a[i]);
        for (const [v] of pairs(i)) use(v);
        break;
      case Op.Object:
      case Op.Array:
      case Op.Concat:
      case Op.Opaque:
      case Op.Phi:
        for (const [v] of pairs(i)) use(v);
        break;
    }
  }
  const names = new Map<number, string>();
  const entry = ([v, tag]: [number, number]): string =>
    tag >= 0
      ? `${name(tag)}: ${value(v)}`
      : tag === Tag.Spread
        ? `...${value(v)}`
        : tag === Tag.SpreadMap
          ? `**${value(v)}`
          : value(v);
  const list = (i: number): string => pairs(i).map(entry).join(', ');
  const value = (v: number): string => (v < 0 ? 'nothing' : (names.get(copied(v)) ?? text(copied(v))));
  const text = (i: number): string => {
    switch (ops[i]) {
      case Op.Const: {
        const constant = m.constants[a[i]];
        if (constant.kind === 'regex') return `/${constant.value}/${constant.flags ?? ''}`;
        if (constant.kind === 'char') return `'${JSON.stringify(constant.value).slice(1, -1)}'`;
        if (constant.kind === 'bigint') return `${constant.value}n`;
        return constant.kind === 'string' ? JSON.stringify(constant.value) : String(constant.value);
      }
      case Op.Param:
        return fn.params[a[i]].name || `param${a[i]}`;
      case Op.This:
        return 'this';
      case Op.Global:
        return name(a[i]);
      case Op.TypeName:
        return `<${name(a[i])}>`;
      case Op.Import:
        return `import(${name(a[i])}${b[i] < 0 ? '' : `#${name(b[i])}`})`;
      case Op.Field:
        return `${value(a[i])}.${name(b[i])}`;
      case Op.Index:
        return `${value(a[i])}[${value(b[i])}]`;
      case Op.Call:
        return `${value(a[i])}(${list(i)})`;
      case Op.New:
        return `new ${value(a[i])}(${list(i)})`;
      case Op.Object:
        return `{${list(i)}}`;
      case Op.Array:
        return `[${list(i)}]`;
      case Op.Concat:
        return `${ConcatKind[a[i]].toLowerCase()}(${list(i)})`;
      case Op.Binary:
        return `(${value(a[i])} ${name(c[i])} ${value(b[i])})`;
      case Op.Unary:
        return `(${name(c[i])} ${value(a[i])})`;
      case Op.Phi:
        return `phi(${pairs(i)
          .map(([v]) => value(v))
          .join(', ')})`;
      case Op.LoopPhi:
        return `loop(${value(a[i])})`;
      case Op.Copy:
        return value(a[i]);
      case Op.Func:
        return `fn#${a[i]}`;
      case Op.Class:
        return `class#${a[i]}`;
      case Op.LoadCell:
        return `cell:${m.functions[a[i]].cells[b[i]].name}`;
      case Op.Await:
        return `await ${value(a[i])}`;
      case Op.Yield:
        return `yield ${value(a[i])}`;
      case Op.Iter:
        return `${c[i] === IterKind.Keys ? 'key' : 'element'}(${value(a[i])})`;
      case Op.Cast:
        return `(${value(a[i])} as ${name(b[i])})`;
      case Op.Rest:
        return `rest(${value(a[i])}; ${pairs(i)
          .map(([, tag]) => name(tag))
          .join(', ')})`;
      case Op.Caught:
        return 'caught';
      case Op.Exports:
        return 'exports';
      case Op.Opaque:
        return `opaque:${name(a[i])}(${list(i)})`;
      default:
        return Op[ops[i]];
    }
  };
  const lines: string[] = [];
  let indent = '';
  for (let i = 0; i < fn.size; i++) {
    const close = (word: string): void => {
      indent = indent.slice(2);
      lines.push(indent + word);
    };
    const open = (word: string): void => {
      lines.push(indent + word);
      indent += '  ';
    };
    switch (ops[i]) {
      case Op.Nop:
      case Op.Copy:
        break;
      case Op.SetField:
        lines.push(`${indent}${value(a[i])}.${name(b[i])} = ${value(c[i])}`);
        break;
      case Op.SetIndex:
        lines.push(`${indent}${value(a[i])}[${value(b[i])}] = ${value(c[i])}`);
        break;
      case Op.StoreCell:
        lines.push(`${indent}cell:${m.functions[a[i]].cells[b[i]].name} = ${value(c[i])}`);
        break;
      case Op.SetExports:
        lines.push(`${indent}exports = ${value(a[i])}`);
        break;
      case Op.If:
        open(`if ${value(a[i])} {`);
        break;
      case Op.Else:
        close('} else {');
        indent += '  ';
        break;
      case Op.Loop:
        open(a[i] ? 'loop at least once {' : 'loop {');
        break;
      case Op.LoopTest:
        lines.push(`${indent}while ${value(a[i])}`);
        break;
      case Op.Block:
        open('block {');
        break;
      case Op.Try:
        open('try {');
        break;
      case Op.Catch:
        close('} catch {');
        indent += '  ';
        break;
      case Op.Finally:
        close('} finally {');
        indent += '  ';
        break;
      case Op.EndIf:
      case Op.EndLoop:
      case Op.EndBlock:
      case Op.EndTry:
        close('}');
        break;
      case Op.Break:
        lines.push(`${indent}break ${Op[ops[a[i]]].toLowerCase()}`);
        break;
      case Op.Continue:
        lines.push(`${indent}continue`);
        break;
      case Op.Return:
        lines.push(`${indent}return ${value(a[i])}`);
        break;
      case Op.Throw:
        lines.push(`${indent}throw ${value(a[i])}`);
        break;
      default:
        if (uses[i] === 0) {
          if (!PLAIN.has(ops[i]) || ops[i] === Op.Field || ops[i] === Op.Index) lines.push(indent + text(i));
        } else if (uses[i] > 1 && !PLAIN.has(ops[i])) {
          const line = text(i);
          names.set(i, `v${names.size + 1}`);
          lines.push(`${indent}${names.get(i)} = ${line}`);
        }
    }
  }
  return lines
    .join('\n')
    .replaceAll(/\{\n\s*\} else \{\n/g, '{} else {\n')
    .replaceAll(/ else \{\n\s*\}/g, '');
}

/** Every function of a file, the module's own code first and without a heading; then classes and what went wrong. */
export function showModule(m: ModuleIR): string {
  const parts = m.functions.map((fn) => {
    const body = showFunction(m, fn);
    if (fn.id === 0) return body;
    const words = [
      fn.isExported && 'exported',
      fn.isStatic && 'static',
      fn.isAsync && 'async',
      fn.isGenerator && 'generator',
      fn.kind,
    ];
    const returns = fn.returnType && `: ${fn.returnType}`;
    const heading = `${notes(fn.annotations)}${words.filter(Boolean).join(' ')} #${fn.id} ${fn.name}(${fn.params.map(parameter).join(', ')})${returns}`;
    return body === '' ? heading : `${heading}\n${body.replaceAll(/^/gm, '  ')}`;
  });
  for (const cls of m.classes) {
    const fields = cls.fields.map(
      (f) => `${notes(f.annotations)}${f.isStatic ? 'static ' : ''}${f.name}${f.type && `: ${f.type}`}`,
    );
    const kind = `${cls.isExported ? 'exported ' : ''}${cls.isPart ? 'part of ' : ''}${cls.isInterface ? 'interface' : 'class'}`;
    parts.push(
      `${notes(cls.annotations)}${kind} ${cls.qualifiedName}(${cls.supertypes.join(', ')}) [${cls.methods.map((id) => `#${id}`).join(' ')}] { ${fields.join('; ')} }`,
    );
  }
  if (m.typeScope.length > 0) parts.push(`types of ${m.typeScope.join(' ')}`);
  if (m.imports.length > 0) parts.push(`imports ${m.imports.map((i) => i.specifier).join(' ')}`);
  for (const [reason, count] of Object.entries(m.opaque)) parts.push(`opaque ${reason} ${count}`);
  if (m.errors.length > 0) parts.push(`errors ${m.errors.length}`);
  if (m.partial !== undefined) parts.push(`partial ${m.partial}`);
  return parts.filter((part) => part !== '').join('\n');
}

function notes(annotations: readonly Annotation[]): string {
  return annotations
    .map(
      (a) =>
        `@${a.name}(${a.args.map((x) => `${x.name ? `${x.name}=` : ''}${x.value === undefined ? x.text : JSON.stringify(x.value)}`).join(', ')}) `,
    )
    .join('');
}

function parameter(p: ParamIR): string {
  return `${notes(p.annotations)}${p.kind === 'rest' ? '...' : p.kind === 'rest-map' ? '**' : ''}${p.name}${p.type && `: ${p.type}`}${p.hasDefault ? ' =' : ''}`;
}
