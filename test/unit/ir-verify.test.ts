import assert from 'node:assert/strict';
import type { FunctionIR, ModuleIR } from '../../server/src/ir/ir';
import { operandsOf, pairRulesOf } from '../../server/src/ir/operands';
import { read } from '../../server/src/ir/read';
import { verify } from '../../server/src/ir/verify';
import { copyOf, type LoweredFixture, loweredFixtures, randomNumbers } from './ir-support';

const SOUND = `file "a" javascript
class A
  member #method
module
  variable outside (%one)
  %one = const 1
  %f = closure #inner
function inner
  annotation "a" ()
  parameter p
  %t = this
  if %p
  @else: else
  @then: end-if
  %j = phi (%t from @else, %p from @then)
  @loop: loop
    %again = loop-phi %j then %more of @loop
    loop-test %again
    %more = binary %again "+" 1
    break @loop
    continue @loop
  end-loop
  try
  @handler: catch
    %e = caught @handler
  finally
  end-try
  store #0 outside %e
  %all = object (a: %e, ...%t)
  %rest = rest %all (a)
  %list = list (%e, ...%t)
  %o = opaque reason (%e)
  bind name %rest
  return
method method of #A
`;

type Loose<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Loose<E>[] : T[K] };
type Break = (fn: Loose<FunctionIR>, module: Loose<ModuleIR>, at: (word: string) => number) => void;

/** Each breaks one thing of the module above; the words are part of what `verify` says about it. */
const BROKEN: Readonly<Record<string, readonly [by: Break, says: RegExp]>> = {
  'an operand that comes later': [(fn, _, at) => (fn.a[at('binary')] = fn.size - 1), /uses \d+, which is not before/],
  'an operand that is no value': [(fn, _, at) => (fn.a[at('binary')] = at('if')), /uses \d+, which is no value/],
  'an operand where none belongs': [(fn, _, at) => (fn.a[at('this')] = 0), /has the operand 0 where none/],
  'a name outside the table': [(fn, _, at) => (fn.c[at('binary')] = 99), /names string 99/],
  'a constant outside the table': [(_, module) => (module.functions[0].a[0] = 9), /constant 9/],
  'a parameter that does not exist': [(fn) => (fn.a[0] = 1), /is parameter 1/],
  'a parameter without a value': [(fn) => fn.params.push({ ...fn.params[0] }), /some of its parameters have no value/],
  'a function that does not exist': [(_, module) => (module.functions[0].a[1] = 7), /is function #7/],
  'pairs out of order': [(fn, _, at) => (fn.b[at('list')] = 0), /its pairs begin at 0/],
  'pairs beyond the end': [(fn, _, at) => (fn.c[at('opaque')] = 9), /has 9 pairs/],
  'pairs of nobody': [(fn, _, at) => (fn.c[at('opaque')] = 0), /belong to no instruction/],
  'an entry that may not be': [(fn, _, at) => (fn.args[2 * fn.b[at('object')] + 1] = -1), /entry with the tag -1/],
  'an edge from a value': [(fn, _, at) => (fn.args[2 * fn.b[at('phi')] + 1] = 0), /joins an edge from Param 0/],
  'an edge from later': [(fn, _, at) => (fn.args[2 * fn.b[at('phi')] + 1] = at('return')), /is not before it/],
  'a phi of nothing': [(fn, _, at) => (fn.c[at('phi')] = 0), /joins nothing/],
  'a round that ends in no value': [(fn, _, at) => (fn.b[at('loop-phi')] = at('return')), /which is no value/],
  'a phi of no loop': [(fn, _, at) => (fn.c[at('loop-phi')] = at('if')), /is no loop before it/],
  'loops that do not list their phis': [(fn) => (fn.loopPhis = new Map()), /has the phis \d+ and lists $/],
  'a break out of what is not open': [(fn, _, at) => (fn.a[at('break')] = at('if')), /leaves \d+, which is not open/],
  'a continue of what is no loop': [(fn, _, at) => (fn.a[at('continue')] = at('if')), /starts \d+ over/],
  'a caught value of no handler': [(fn, _, at) => (fn.a[at('caught')] = 0), /is no handler/],
  'a structure that is not closed': [(fn, _, at) => (fn.ops[at('end-try')] = 0), /Try \d+ is never closed/],
  'an end of nothing': [(fn, _, at) => (fn.ops[at('try')] = 0), /has no Try to belong to/],
  'an arm that is missing': [(fn, _, at) => (fn.ops[at('else')] = 0), /has no Else before it/],
  'a test outside of a loop': [(fn, _, at) => (fn.ops[at('loop')] = fn.ops[at('if')]), /is not directly in a loop/],
  'an unknown operation': [(fn, _, at) => (fn.ops[at('this')] = 200), /unknown operation 200/],
  'a span outside of the function': [(fn) => (fn.ends[3] = 100_000), /its span \d+..100000 is not in/],
  'a span that ends before it begins': [(fn) => (fn.starts[3] = fn.ends[3] + 1), /is not in the function/],
  'columns of different lengths': [(fn) => (fn.ends = fn.ends.slice(1)), /columns do not all have/],
  'a variable that is not declared': [(fn, _, at) => (fn.b[at('store')] = 3), /has variable 3 of #0/],
  'a variable of a function beside': [(fn, _, at) => (fn.a[at('store')] = 2), /which does not enclose it/],
  'a variable of its own, written as captured': [
    (fn, _, at) => {
      fn.a[at('store')] = 1;
      fn.cells.push({ name: 'own', values: [] });
    },
    /writes a variable of its own/,
  ],
  'a variable that holds no value': [(_, module) => module.functions[0].cells[0].values.push(9), /is written 9/],
  'a name bound to nothing that is': [(fn) => (fn.bindings[0] = 99), /binds a name to 99/],
  'a name bound outside': [(fn) => (fn.bindings[2] = -5), /binds a name at -5/],
  'a rest of something else': [(fn, _, at) => (fn.args[2 * fn.b[at('rest')]] = 0), /leaves out names of another/],
  'a function with a wrong number': [(fn) => (fn.id = 5), /calls itself #5/],
  'a parent that comes later': [(fn) => (fn.parent = 2), /has the parent #2/],
  'an owner that does not exist': [(fn) => (fn.owner = 4), /has the owner #4/],
  'a second module': [(fn) => (fn.kind = 'module'), /is of kind module/],
  'a function outside of the file': [(fn) => (fn.end = 1e6), /is not in the file/],
  'a name outside of its function': [(fn) => (fn.nameStart = 0), /its name at .* is not in it/],
  'a parameter outside of its function': [(fn) => (fn.params[0].end = 1e6), /parameter p at .* is not in it/],
  'an annotation outside of the file': [(fn) => (fn.annotations[0].end = 1e6), /annotation a at .* is not in the file/],
  'a method of another class': [(_, module) => (module.classes[0].methods[0] = 1), /belongs to another class/],
  'a method that does not exist': [(_, module) => (module.classes[0].methods[0] = 8), /method #8 does not exist/],
  'a class outside of the file': [(_, module) => (module.classes[0].end = 1e6), /is not in the file/],
  'a string that is in the table twice': [(_, module) => module.strings.push(module.strings[0]), /table twice/],
  'a constant of another kind': [(_, module) => (module.constants[0].kind = 'string'), /string holds 1/],
  'a wrong count of what is opaque': [(_, module) => (module.opaque = {}), /opaque 0 times, it is 1 times/],
  'comments that overlap': [
    (_, module) => module.comments.push({ start: 0, end: 5 }, { start: 3, end: 9 }),
    /begins before the one before/,
  ],
  'errors outside of the file': [(_, module) => module.errors.push({ start: -1, end: 5 }), /-1..5 is not in the file/],
  'no functions': [(_, module) => (module.functions.length = 0), /no function for its own code/],
};

describe('verify', () => {
  const sound = read(SOUND);

  it('has nothing to say about a sound module', () => assert.deepEqual(verify(sound), []));

  for (const [what, [breakIt, says]] of Object.entries(BROKEN)) {
    it(`tells of ${what}`, () => {
      const module = copyOf(sound) as Loose<ModuleIR>;
      const fn = module.functions[1] as unknown as Loose<FunctionIR>;
      breakIt(fn, module, (word) => rowOf(word, fn));
      const problems = verify(module as ModuleIR);
      assert.ok(
        problems.some((problem) => says.test(problem)),
        `says instead:\n${problems.join('\n')}`,
      );
    });
  }

  it('never throws and never misses an index outside of its range', async () => {
    const random = randomNumbers(11);
    for (const fixture of await loweredFixtures()) {
      for (let round = 0; round < 5; round++) spoilOne(fixture, random);
    }
  });
});

function rowOf(word: string, fn: Loose<FunctionIR>): number {
  const line = SOUND.split('\n').find((text) => new RegExp(`(^|[=:]) *${word}( |$)`).test(text.slice(2)));
  assert.ok(line, `no line with ${word}`);
  const start = SOUND.indexOf(line) + line.search(new RegExp(`(?<=[ ])${word}( |$)`));
  const row = fn.starts.findIndex((relative) => relative + fn.start === start);
  assert.ok(row >= 0, `no instruction ${word}`);
  return row;
}

/** Puts a number that is in no range into a place that has one. */
function spoilOne({ title, module }: LoweredFixture, random: (below: number) => number): void {
  const copy = copyOf(module);
  const fn = copy.functions[random(copy.functions.length)];
  if (fn.size === 0) return;
  const i = random(fn.size);
  const operand = random(3);
  const kind = operandsOf(fn.ops[i])?.[operand] ?? 'none';
  [fn.a, fn.b, fn.c][operand][i] = random(2) === 0 ? 1_000_000 : -7;
  assert.notDeepEqual(verify(copy), [], `${title}: ${kind} of instruction ${i}`);
  const pairs = pairRulesOf(module.functions[fn.id].ops[i]);
  if (!pairs || module.functions[fn.id].c[i] === 0) return;
  const other = copyOf(module).functions[fn.id];
  other.args[2 * other.b[i] + random(2)] = 1_000_000;
  assert.notDeepEqual(
    verify({ ...module, functions: module.functions.with(fn.id, other) }),
    [],
    `${title}: pairs of ${i}`,
  );
}
