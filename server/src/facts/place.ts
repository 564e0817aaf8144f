import type { ConstantValue } from '../ir/ir';
import type { Place } from './model';

/** A literal that an argument of a call must equal for the call to be meant. */
export interface Constraint {
  readonly argument: number | string;
  readonly value: ConstantValue;
}

/** Which part of a call a place ends in. */
export interface Selector {
  readonly what: 'index' | 'from' | 'all' | 'name' | 'this' | 'mapping';
  /** For `index` and `from`. */
  readonly index: number;
  /** For `name`. */
  readonly name: string;
  /** Members below the argument; `[]` stands for its elements. */
  readonly path: readonly string[];
}

export type Step =
  | { readonly kind: 'member'; readonly names: readonly string[] | '*' }
  | { readonly kind: 'call'; readonly constraints: readonly Constraint[] }
  | { readonly kind: 'argument'; readonly selector: Selector; readonly constraints: readonly Constraint[] }
  | { readonly kind: 'element'; readonly key: string | undefined }
  | { readonly kind: 'param'; readonly of: number | '*' | string }
  | { readonly kind: 'return' };

export interface ParsedPlace {
  /** What stands before the first step; '' for places that start with one (`.secure` in options). */
  readonly root: string;
  readonly steps: readonly Step[];
}

export class PlaceError extends Error {
  override readonly name = 'PlaceError';
}

/**
 * Reads a place as described in `model.ts`. `roots` are names that may hold characters of the grammar itself, such as a
 * library's own name (`@koa/router`, `lodash.template`).
 *
 * @throws PlaceError when the text is no place
 */
export function parsePlace(place: Place, roots: readonly string[] = []): ParsedPlace {
  const root = rootOf(place, roots);
  return { root, steps: new Steps(place, root.length).read() };
}

function rootOf(place: string, roots: readonly string[]): string {
  let best = '';
  for (const root of roots) {
    if (root.length > best.length && place.startsWith(root) && isEndOfRoot(place, root.length)) best = root;
  }
  if (best !== '' && place[best.length] !== ':') return best;
  const rest = place.slice(best.length);
  const match = /^[^.([\]){}]*/.exec(rest);
  return best + (match?.[0] ?? '');
}

function isEndOfRoot(place: string, at: number): boolean {
  return at === place.length || '.([:'.includes(place[at]);
}

class Steps {
  private readonly steps: Step[] = [];

  constructor(
    private readonly text: string,
    private position: number,
  ) {}

  read(): readonly Step[] {
    while (this.position < this.text.length) this.step();
    return this.steps;
  }

  private step(): void {
    switch (this.text[this.position]) {
      case '.':
        this.position++;
        this.member();
        return;
      case '(':
        this.call();
        return;
      case '[':
        this.element();
        return;
      default:
        throw this.error('a step begins with a dot or a bracket');
    }
  }

  private member(): void {
    if (this.text[this.position] === '{') {
      const end = this.text.indexOf('}', this.position);
      if (end < 0) throw this.error('the brace is not closed');
      const names = this.text
        .slice(this.position + 1, end)
        .split(',')
        .map((name) => name.trim()); // prettier-ignore
      if (names.some((name) => name === '')) throw this.error('an empty name');
      this.position = end + 1;
      this.steps.push({ kind: 'member', names });
      return;
    }
    if (this.text[this.position] === '*') {
      this.position++;
      this.steps.push({ kind: 'member', names: '*' });
      return;
    }
    const name = /^[^.([\]){}]+/.exec(this.text.slice(this.position))?.[0];
    if (!name) throw this.error('a name is missing');
    this.position += name.length;
    if (name === 'return') this.steps.push({ kind: 'return' });
    else if (name === 'param' && this.text[this.position] === '(') this.param();
    else this.steps.push({ kind: 'member', names: [name] });
  }

  private param(): void {
    const end = this.text.indexOf(')', this.position);
    if (end < 0) throw this.error('the bracket is not closed');
    const which = this.text.slice(this.position + 1, end).trim();
    this.position = end + 1;
    this.steps.push({ kind: 'param', of: /^\d+$/.test(which) ? Number(which) : which });
  }

  private element(): void {
    const end = this.text.indexOf(']', this.position);
    if (end < 0) throw this.error('the bracket is not closed');
    const inner = this.text.slice(this.position + 1, end).trim();
    this.position = end + 1;
    const key = inner === '' ? undefined : /^\d+$/.test(inner) ? inner : String(literal(inner) ?? inner);
    this.steps.push({ kind: 'element', key });
  }

  private call(): void {
    const end = closing(this.text, this.position);
    if (end < 0) throw this.error('the bracket is not closed');
    const items = splitItems(this.text.slice(this.position + 1, end));
    this.position = end + 1;
    const constraints: Constraint[] = [];
    let selector: Selector | undefined;
    items.forEach((item, index) => {
      if (item === '_') return;
      if (item.startsWith('$')) {
        if (selector) throw this.error('two selectors');
        selector = parseSelector(item);
        return;
      }
      const named = /^([\p{L}_$][\p{L}\p{N}_$.-]*)\s*=\s*(.+)$/u.exec(item);
      const value = literal(named ? named[2] : item);
      if (value === NOT_A_LITERAL) throw this.error(`${item} is no literal`);
      constraints.push({ argument: named ? named[1] : index, value: value as ConstantValue });
    });
    this.steps.push(selector ? { kind: 'argument', selector, constraints } : { kind: 'call', constraints });
  }

  private error(reason: string): PlaceError {
    return new PlaceError(`${this.text}: ${reason} (at ${this.position})`);
  }
}

/** Reads `$0`, `$1…`, `$*`, `$**`, `$name`, `$this` with members behind (`$0.where`, `$0[].text`). */
export function parseSelector(text: string): Selector {
  const match = /^\$(\*\*?|\d+|[\p{L}_][\p{L}\p{N}_-]*)(…|\.\.\.)?((?:\.[^.[\]]+|\[[^\]]*\])*)$/u.exec(text.trim());
  if (!match) throw new PlaceError(`${text} is no selector`);
  const [, which, more, below] = match;
  const path = [...below.matchAll(/\.([^.[\]]+)|\[([^\]]*)\]/g)].map(
    ([, name, key]) => name ?? (key === '' ? '[]' : key.replace(/^["']|["']$/g, '')),
  );
  if (which === '**') return { what: 'mapping', index: 0, name: '', path };
  if (which === '*') return { what: 'all', index: 0, name: '', path };
  if (/^\d/.test(which)) return { what: more ? 'from' : 'index', index: Number(which), name: '', path };
  if (which === 'this') return { what: 'this', index: 0, name: '', path };
  return { what: 'name', index: 0, name: which, path };
}

const NOT_A_LITERAL = Symbol('not a literal');

function literal(text: string): ConstantValue | typeof NOT_A_LITERAL {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted) return quoted[2];
  switch (text) {
    case 'true':
    case 'True':
      return true;
    case 'false':
    case 'False':
      return false;
    case 'null':
    case 'None':
      return null;
    case 'undefined':
      return undefined;
    default:
      return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : NOT_A_LITERAL;
  }
}

/** The bracket that closes the one at `open`, quoted text left out. */
function closing(text: string, open: number): number {
  let depth = 0;
  let quote = '';
  for (let i = open; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '[') depth++;
    else if ((c === ')' || c === ']') && --depth === 0) return i;
  }
  return -1;
}

function splitItems(text: string): string[] {
  const items: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === ',' && depth === 0) {
      items.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '' || items.length > 0) items.push(last);
  return items.filter((item) => item !== '');
}
