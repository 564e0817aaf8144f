/**
 * What each grammar's memory reader is tried on when it is loaded. Short, because every start pays for it, and only the
 * layout is in question: aliases, fields of hidden nodes, comments, nodes with and without a place of their own, ERROR
 * nodes, and characters of two units. A grammar that is not named gets a text that is broken for most languages.
 */
const SAMPLES: Readonly<Record<string, string>> = {
  javascript: `// Möre 😀
class A { static #x = 1; get y() { return this.#x; } }
const { p, ...r } = f?.(\`t\${1}t\`, async x => x)?.[0] ?? /re+/g; /* c */
let = ; (
`,
  typescript: `// Möre 😀
class A<T> implements I { @dec() private m?(a: T[]): a is B { return a as any; } }
type M = { readonly [K in keyof T]?: T[K] }; /* c */
let x: = ; (
`,
  tsx: `// Möre 😀
const C = ({ a, ...r }: P<T>) => <b.c d={a} {...r}>text {f(a!)} <br/></b.c>; /* c */
let x: = ; (
`,
  python: `# Möre 😀
@deco(1)
async def f(a, *args, k: int = 2):
    if a == 1 < b and not c: return f"a{b!r:>9}c"
    elif (n := 3): x, y = [z for z in y], \\
        None
def broken(:
`,
  java: `/* Möre 😀 */
@Ann(value = "x") class A<T extends B> implements C {
  private final int x = 1, y[] = {1}; // c
  <R> R m(final List<? super T> p) { for (var i : p) this.a.b(i -> A::new)[0]++; return (R) "a"; }
  int = ; (
}
`,
  go: `/* Möre 😀 */
package p
type A[T any] struct { *B; c []T \`json:"c"\` }
func (a A[T]) m(x ...int) (n int) {
  for i, v := range x { defer a.c[i](v) } // c
  switch y := a.(type) { case nil: return M{"k": &y} }
}
func broken( { x :=
`,
};

const BROKEN = `a = "b" + c(1, 2); # x
// y 😀
{ if (z) [ { k: 'v', } ) ; < /t> @ö
`;

export function sampleOf(grammar: string): string {
  return SAMPLES[grammar] ?? BROKEN;
}
