import { type At, type Entry, type FunctionBuilder, ModuleBuilder } from '../ir/builder';
import type { ModuleIR, OutputIR, TemplateIR, ValueId } from '../ir/ir';
import { HtmlContext } from './html-context';
import { ESCAPES_NAME, PAGE } from './page-model';

/** How a value is written: as it is, escaped for HTML, or as the engine was told to. */
export type Escaping = 'raw' | 'escaped' | 'engine';

/**
 * Builds what every template is in the IR: a function that writes values into a page, each with whether it is escaped
 * and where in the page it stands.
 */
export class PageWriter {
  readonly html = new HtmlContext();
  readonly module: ModuleBuilder;
  private readonly root: FunctionBuilder;
  private readonly body: FunctionBuilder;
  /** The function being built: the body or something that it declares. */
  fn: FunctionBuilder;
  /** What regions around here say of escaping, innermost last. */
  private readonly regions: ValueId[] = [];

  constructor(
    uri: string,
    template: Omit<TemplateIR, 'outputs' | 'body'>,
    readonly text: string,
  ) {
    this.module = new ModuleBuilder(uri, LANGUAGE, text);
    this.module.template = { ...template, body: BODY, outputs: this.outputs };
    const at = { start: 0, end: text.length };
    this.root = this.module.module(at);
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    this.body = this.module.function({ name, kind: 'function', at }, this.root);
    this.fn = this.body;
    this.body.param({ name: VARIABLES, at: { start: 0, end: 0 } });
  }

  finish(): ModuleIR {
    this.body.finish();
    this.root.closure(this.body, { start: 0, end: 0 });
    this.root.finish();
    return this.module.finish();
  }

  /** Text of the page itself. */
  page(start: number, end: number): void {
    if (end > start) this.html.feed(this.text.slice(start, end));
  }

  write(value: ValueId, escaping: Escaping, at: At, tag: At, ways: OutputIR['ways'] = {}, isNoted = true): void {
    const none = { start: at.start, end: at.start };
    const { context } = this.html;
    const name = escaping === 'raw' && isNoted ? nameIn(this.text.slice(at.start, at.end)) : undefined;
    const escapes =
      escaping === 'raw' || escaping === 'escaped' ? this.fn.const(escaping === 'escaped', none) : this.escapes(none);
    this.fn.call(
      this.fn.import(PAGE, 'write', none),
      [{ value }, { value: escapes }, { value: this.fn.const(context, none) }, { value: this.fn.const(name, none) }],
      at,
    );
    this.outputs.push({ start: at.start, end: at.end, ways: { ...ways, ...quotedWays(this.html, this.text, tag) } });
    this.html.written();
  }

  readonly outputs: OutputIR[] = [];

  /** Whether the engine escapes here: what the region says or, without one, what the engine was told. */
  private escapes(at: At): ValueId {
    const region = this.regions[this.regions.length - 1];
    return region ?? this.fn.global(ESCAPES_NAME, at);
  }

  /** A region that switches escaping on or off. */
  region(escapes: ValueId, at: At, body: () => void): void {
    this.fn.call(this.fn.import(PAGE, 'region', { start: at.start, end: at.start }), [{ value: escapes }], at);
    this.regions.push(escapes);
    body();
    this.regions.pop();
  }

  /** Another template is written here, with these variables beside those at hand. */
  include(name: ValueId, variables: readonly Entry[], at: At, inherits = true): void {
    const none = { start: at.start, end: at.start };
    const callee = this.fn.import(PAGE, inherits ? 'include' : 'includeOnly', none);
    this.fn.call(callee, [{ value: name }, { value: this.fn.object(variables, none) }], at);
    this.html.written();
  }

  /** A function of the template's own: its code is written where it is called. */
  function(name: string, params: readonly { name: string; at: At }[], at: At, body: () => void): FunctionBuilder {
    const outer = this.fn;
    const page = this.html.mark();
    const regions = this.regions.splice(0);
    this.fn = this.module.function({ name, kind: 'function', at }, outer);
    for (const param of params) this.fn.namedParam(param);
    body();
    const built = this.fn;
    built.finish();
    this.fn = outer;
    this.regions.push(...regions);
    this.html.reset(page);
    return built;
  }
}

/** An attribute that is nothing but a value can be given quotes. */
export function quotedWays(html: HtmlContext, text: string, { start, end }: At): OutputIR['ways'] {
  if (!html.isBeforeValue || !/^(?:[\s>]|\/>)/.test(text.slice(end, end + 2))) return {};
  return {
    quote: [
      { start, end: start, text: '"' },
      { start: end, end, text: '"' },
    ],
  };
}

/** The last name of a plain variable or of one that filters are applied to; undefined for other expressions. */
export function nameIn(code: string): string | undefined {
  return /^[&\s]*(?:[\w$]+[.?])*([\w$]+)\s*(?:\|[^|].*)?$/s.exec(
    code.slice(0, 200).replace(/^[$*]\{\s*([^{}]*)\}$/, '$1'),
  )?.[1];
}

/** The first function after the module's own. */
const BODY = 1;
const LANGUAGE = 'markup';
const VARIABLES = '(variables)';
