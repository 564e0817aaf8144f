import assert from 'node:assert/strict';
import { ModelIndex } from '../../server/src/facts/resolve';
import { CONFIGS, OPERATIONS, PLAIN_SINKS, SINKS, SOURCES } from '../../server/src/facts/vocabulary';
import { MODELS } from '../../server/src/languages/python/models.generated';
import { load, lowered } from './fixes-support';
import { type ExampleText, examplesOf, itModels, librariesOf } from './models-support';

interface Block {
  readonly rule: string;
  readonly info: string;
  readonly code: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Blocks of code without the lines that mark ranges. */
function blocksOf({ rule, text }: ExampleText): Block[] {
  return [...text.matchAll(/^```py([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, info, body]) => {
    const lines: string[] = [];
    const ranges: { start: number; end: number }[] = [];
    let lineStart = 0;
    for (const line of body.replaceAll('<+>', '').trimEnd().split('\n')) {
      const carets = /^#( *)(\^+) /.exec(line);
      if (carets) {
        const start = lineStart - lines[lines.length - 1].length - 1 + carets[1].length + 1;
        ranges.push({ start, end: start + carets[2].length });
        continue;
      }
      lines.push(line);
      lineStart += line.length + 1;
    }
    return { rule, info: info.trim(), code: `${lines.join('\n')}\n`, ranges };
  });
}

const blocks = examplesOf('python').flatMap(blocksOf);

describe('models of Python', () => {
  itModels(MODELS, 'review');

  it('name only words of the vocabulary', () => {
    for (const model of MODELS) {
      for (const source of Object.keys(model.sources ?? {})) assert.ok((SOURCES as readonly string[]).includes(source));
      for (const sink of Object.keys(model.sinks ?? {}))
        assert.ok(([...SINKS, ...PLAIN_SINKS] as readonly string[]).includes(sink));
      for (const operation of Object.keys(model.operations ?? {}))
        assert.ok((OPERATIONS as readonly string[]).includes(operation));
      for (const config of model.configs ?? []) assert.ok(CONFIGS.includes(config.kind));
    }
  });

  it('exist for every library that an example imports', () => {
    const index = new ModelIndex(MODELS);
    const known = new Set(MODELS.flatMap(librariesOf));
    const own = new Set(['tasks', 'orders', 'headers']);
    const missing = new Set<string>();
    for (const { code } of blocks) {
      for (const [, from, plain] of code.matchAll(/^(?:from ([\w.]+) import|import ([\w.]+))/gm)) {
        const library = from ?? plain;
        if (library.startsWith('.') || own.has(library)) continue;
        const isKnown = [...known].some(
          (name) => `${name}.`.startsWith(`${library}.`) || library.startsWith(`${name}.`),
        );
        if (!isKnown && !index.knowsLibrary(library)) missing.add(library);
      }
    }
    assert.deepEqual([...missing], []);
  });
});

describe('examples of Python', () => {
  before(() => load('python'));

  it('are code that parses', () => {
    for (const { rule, info, code } of blocks)
      assert.deepEqual(lowered('python', code).errors, [], `${rule} (${info}):\n${code}`);
  });

  it('mark ranges that are expressions', () => {
    for (const { rule, code, ranges } of blocks) {
      if (ranges.length === 0) continue;
      const module = lowered('python', code);
      for (const { start, end } of ranges) {
        // Reading a variable makes no value of its own.
        if (/^\w+$/.test(code.slice(start, end))) continue;
        const found = module.functions.some((fn) => {
          for (let i = 0; i < fn.size; i++)
            if (fn.start + fn.starts[i] === start && fn.start + fn.ends[i] === end) return true;
          return false;
        });
        assert.ok(found, `${rule}: ${code.slice(start, end)}`);
      }
    }
  });

  it('mark something in everything that is bad and nothing in what is good', () => {
    for (const { rule, info, code, ranges } of blocks)
      assert.equal(ranges.length > 0, /\bbad\b/.test(info), `${rule} (${info}):\n${code}`);
  });
});
