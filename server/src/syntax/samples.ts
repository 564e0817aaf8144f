/**
 * What each grammar's memory reader is tried on. Together the samples hold what readers may get wrong: aliases, fields
 * held through hidden nodes, comments, nesting, large and small tokens, missing tokens, errors, and characters of two
 * units. A grammar that is not named gets the text that is broken for all of them.
 */
const SAMPLES: Readonly<Record<string, string>> = {
  javascript: `#!/usr/bin/env node
import def, { a as b } from './mödule😀';
// A comment.
class A extends B { static #x = 1; get y() { return this.#x; } async *z({ k, ...r }, [q = 2], ...s) { await k; } }
const { p, q: [u], ...rest } = f?.(g\`t\${1 + 2}t\`, async x => x ** 2, /re+/gi)?.[0] ?? {};
label: for (const i of [1, , 3]) { if (i) continue label; else if (!i) break; else { throw new Error("e\\n"); } }
export default { short, method() {}, get v() { return 1 }, ['c' + 1]: /* inner */ null };
const el = <a.b href="x" {...p}>text {v} <br/></a.b>;
let = ; function (x { ] foo(1, @ 2
`,
  typescript: `import type { T } from "m";
// A comment.
abstract class A<T extends object = {}> implements I, J { constructor(private readonly x?: number) { super(); } @dec() m<T>(this: A, a: T): asserts a is string { return a as unknown as T; } }
type M = { readonly [K in keyof T]?: T[K] extends (infer U)[] ? U : never } | \`a\${string}\`;
enum E { A = 1, B } declare module "x" { export function f(a: number): void; }
const v = <const>[1, 2]!, w = a satisfies B; for (let i = 0; i < 3; i++) { f?.(...v) }
namespace N.M { interface I extends J { (x: number): string; new (): I; [k: string]: any } }
let x: = ; function (x { ] foo(1, 2
`,
  tsx: `import type { T } from "m";
// A comment.
const C: FC<P> = ({ a, ...r }: P) => <div className={a} {...r}>text {f<number>(a!)} <br/> {/* c */}</div>;
class A<T> { @dec() private readonly x?: T = 1 as any; }
enum E { A = 1 } for (const [k, v] of Object.entries(o ?? {})) { if (k) continue; else return; }
let x: = ; function (x { ] <a foo=>
`,
  python: `#!/usr/bin/env python
"""Döc 😀"""
from .a import b as c, d
import os.path as p, sys
# A comment.
@deco(1)
async def f(a, /, b: int = 1, *args, k=2, **kw) -> dict[str, int]:
    async with open(f"a{b!r:>{w}}c" "d") as g, h:
        return [x async for x in y if not x if x is not z]
    if a == 1 < b and not c or d: pass
    elif (n := 3): raise E from e
    else: del x, y; print(*args, **kw, sep="")
class K(B, metaclass=M):
    x: int = lambda *a: (yield a)
match v:
    case {"k": [1, *_], **r} | K(x=1) as q if q: pass
try: pass
except* (A, B) as e: pass
finally: x, y = y, \\
    x
def broken(:
    return (1,
`,
  java: `package a.b;
import static java.util.List.*;
/** A comment. */
@Ann(value = "x", n = {1, 2}) public abstract class A<T extends B & C> extends D<T>[] implements E {
  private final int x = 1, y[] = {1}; static { f(); } A(int... a) throws F { this(); }
  @Override <R> R m(final @P("ü😀") List<? super T> p) { for (var i : p) { if (i instanceof String s && s != null) continue; else break; } return (R) switch (x) { case 1, 2 -> "a" + 1L; default -> { yield null; } }; }
  Runnable r = () -> { try (var q = open(); z) { q.a.b(A::new)[0]++; } catch (G | H e) { throw e; } finally { } };
  String t = """
    text \\n""";
}
record R(int a) { R { } } enum E { X(1) { }, Y; } interface I { int f() default 1; } @interface N { int v() default 1; }
class Broken { void f( { x = ; ] 
`,
};

const BROKEN = `a = "b" + c(1, 2); # x
// y
{ if (z) [ { k: 'v', } ) ; < /t> @ö😀
`;

export function sampleOf(grammar: string): string {
  return SAMPLES[grammar] ?? BROKEN;
}
