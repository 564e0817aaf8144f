import assert from 'node:assert/strict';
import { ArrayKind, ConcatKind, type FunctionIR, IterKind, type ModuleIR, Op } from '../../server/src/ir/ir';
import { operandsOf, producesValue } from '../../server/src/ir/operands';
import { print } from '../../server/src/ir/print';
import { read } from '../../server/src/ir/read';
import { verify } from '../../server/src/ir/verify';
import { copyOf, type LoweredFixture, loweredFixtures, randomNumbers } from './ir-support';

describe('IR as text', () => {
  let fixtures: LoweredFixture[];
  before(async () => {
    fixtures = await loweredFixtures();
  });

  it('exact text reads back as an equal module, for every lowered fixture', () => {
    for (const { title, module } of fixtures) assert.deepEqual(read(print(module, { exact: true })), module, title);
  });

  it('plain text reads back as a sound module with the same plain text', () => {
    for (const { title, module } of fixtures) {
      const text = print(module);
      const back = read(text);
      assert.deepEqual(verify(back), [], `${title}\n${text}`);
      assert.equal(print(back), text, title);
    }
  });

  it('random modules read back equal', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 3; round++) {
      for (const { title, module } of fixtures) {
        const mutant = mutate(copyOf(module), random);
        assert.deepEqual(read(print(mutant, { exact: true })), mutant, title);
      }
    }
  });

  it('gives positions in the text itself when none are given', () => {
    const text = `file "a" javascript
module
  %x = import "express"
  %y = call %x("a;b", %x.Router)   ; what it is
  bind app %y

function handler
  parameter req
  return %req.query
`;
    const module = read(text);
    assert.deepEqual(verify(module), []);
    const [main, handler] = module.functions;
    const spans = (fn: FunctionIR) =>
      Array.from({ length: fn.size }, (_, i) => text.slice(fn.start + fn.starts[i], fn.start + fn.ends[i]));
    assert.deepEqual(spans(main), ['import "express"', '"a;b"', '%x.Router', 'call %x("a;b", %x.Router)']);
    assert.deepEqual(spans(handler), ['parameter req', '%req.query', 'return %req.query']);
    assert.deepEqual(text.slice(handler.start, handler.end).split('\n')[0], 'function handler');
    assert.equal(text.slice(handler.nameStart, handler.nameEnd), 'handler');
    assert.equal(main.end, text.length);
  });

  const wrong: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
    'a value that is not known yet': ['module\n  copy %x', /Line 2: uses %x, which has no value here/],
    'two meanings of a name': ['module\n  %x = this\n  %x = this', /Line 3: gives a second meaning to x/],
    'an unknown instruction': ['module\n  jump', /Line 2: “jump” is no instruction/],
    'a label that comes later': ['module\n  break @l\n  @l: nop', /Line 2: refers to @l, which is not before it/],
    'words too many': ['module\n  this that', /Line 2: has “that” too much/],
    'words too few': ['module\n  field', /Line 2: needs a value/],
    'an unknown function': ['module\n  closure #f', /Line 2: refers to #f, which is nowhere/],
    'a variable that is not declared': ['module\n  load #0 a', /Line 2: means a, which is not declared/],
    'a mark that means nothing': ['module\n  this ~', /Line 2: cannot be read from “~” on/],
  };
  for (const [name, [text, message]] of Object.entries(wrong)) {
    it(`says where it cannot be read: ${name}`, () => assert.throws(() => read(text), message));
  }
});

type Random = (below: number) => number;

/** Numbers changed to others that the text form has words for; whether the module still makes sense does not matter. */
function mutate(module: ModuleIR, random: Random): ModuleIR {
  const names = [
    '',
    'in',
    'of',
    'true',
    '"quoted"',
    'a;b',
    'line\nbreak',
    'ünïcode 😀',
    '\ud800',
    '-1',
    '%x',
    'text',
    ':',
  ];
  const strings = module.strings as string[];
  for (const name of names) if (!strings.includes(name) && random(2) === 0) strings.push(name);
  const constants = module.constants as { kind: string; value: unknown; flags?: string }[];
  for (const value of [Number.NaN, -0, 1e300, -1.5e-7, Number.NEGATIVE_INFINITY]) {
    if (!constants.some((c) => String(c.value) === String(value))) constants.push({ kind: 'number', value });
  }
  for (const fn of module.functions) {
    for (let i = 0; i < fn.size; i++) if (random(3) === 0) mutateInstruction(module, fn, i, random);
    const words = fn as { -readonly [K in keyof FunctionIR]: FunctionIR[K] };
    if (random(3) === 0) words.name = names[random(names.length)];
    if (random(3) === 0) words.returnType = names[random(names.length)];
    words.isAsync = random(2) === 0;
    words.isGenerator = random(2) === 0;
  }
  return withDerived(module);
}

function mutateInstruction(module: ModuleIR, fn: FunctionIR, i: number, random: Random): void {
  fn.starts[i] += random(5);
  fn.ends[i] -= random(5);
  const choices: Readonly<Record<string, () => number | undefined>> = {
    value: () => valueBefore(fn, i, random),
    name: () => random(module.strings.length),
    'name?': () => random(module.strings.length + 1) - 1,
    constant: () => random(module.constants.length),
    'array-kind': () => [ArrayKind.List, ArrayKind.Tuple, ArrayKind.Set][random(3)],
    'concat-kind': () => [ConcatKind.Plus, ConcatKind.Template, ConcatKind.Format][random(3)],
    'iter-kind': () => [IterKind.Keys, IterKind.Values, IterKind.Entries][random(3)],
    flag: () => random(2),
  };
  for (const [n, kind] of (operandsOf(fn.ops[i]) ?? []).entries()) {
    const column = [fn.a, fn.b, fn.c][n];
    // What is absent stays so, and what is left out of an object names the object once more.
    if (column[i] < 0 || fn.ops[i] === Op.Rest) continue;
    column[i] = choices[kind]?.() ?? column[i];
  }
}

function valueBefore(fn: FunctionIR, i: number, random: Random): number | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const x = random(i);
    if (producesValue(fn.ops[x])) return x;
  }
  return undefined;
}

/** Counts follow from the instructions, and so do they in what is read. */
function withDerived(module: ModuleIR): ModuleIR {
  const opaque: Record<string, number> = {};
  for (const fn of module.functions) {
    for (let i = 0; i < fn.size; i++) {
      if (fn.ops[i] !== Op.Opaque) continue;
      const reason = module.strings[fn.a[i]];
      opaque[reason] = (opaque[reason] ?? 0) + 1;
    }
  }
  return { ...module, opaque };
}
