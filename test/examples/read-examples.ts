import fs from 'node:fs';
import path from 'node:path';

export interface Expected {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface ExampleFile {
  readonly name: string;
  /** Without the lines of carets. */
  readonly text: string;
  readonly expected: readonly Expected[];
}

export interface Example {
  readonly language: string;
  readonly ruleId: string;
  readonly title: string;
  /** Id of the fix that turns bad into good; undefined when a person has to. */
  readonly fix: string | undefined;
  readonly context: readonly ExampleFile[];
  readonly bad: readonly ExampleFile[];
  readonly good: readonly ExampleFile[];
}

const ENDINGS: Readonly<Record<string, string>> = {
  js: 'x.js',
  jsx: 'x.jsx',
  ts: 'x.ts',
  tsx: 'x.tsx',
  py: 'x.py',
  java: 'X.java',
};
const LANGUAGES = path.join(__dirname, '../../server/src/languages');

/** All examples of all languages. One file a rule: it is documentation, test and proof of the fix. */
export function readExamples(): Example[] {
  const examples: Example[] = [];
  for (const language of fs.readdirSync(LANGUAGES)) {
    const folder = path.join(LANGUAGES, language, 'examples');
    if (!fs.existsSync(folder)) continue;
    for (const file of fs.readdirSync(folder).sort()) {
      if (!file.endsWith('.md')) continue;
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      examples.push(...readFile(language, file.slice(0, -3), text));
    }
  }
  return examples;
}

function readFile(language: string, ruleId: string, text: string): Example[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const title = section.slice(0, section.indexOf('\n')).trim();
      const fix = /^fix: *(.+)$/m.exec(section)?.[1].trim();
      const context: ExampleFile[] = [];
      const bad: ExampleFile[] = [];
      const good: ExampleFile[] = [];
      for (const match of section.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)) {
        const [, lang, info, code] = match;
        const name = /file=(\S+)/.exec(info)?.[1] ?? ENDINGS[lang] ?? `x.${lang}`;
        const file = readCode(name, code);
        if (/\bbad\b/.test(info)) bad.push(file);
        else if (/\bgood\b/.test(info)) good.push(file);
        else context.push(file);
      }
      return { language, ruleId, title, fix: fix === 'by hand' ? undefined : fix, context, bad, good };
    });
}

/** Splits what would look like a real secret where it is kept; taken out when it is read. */
const SEAM = '<+>';

/** Takes the lines of carets out: they point at the line above. */
function readCode(name: string, written: string): ExampleFile {
  const code = written.replaceAll(SEAM, '');
  const lines: string[] = [];
  const expected: Expected[] = [];
  const starts: number[] = [];
  let offset = 0;
  for (const line of code.split('\n')) {
    const carets = /^(\s*(?:\/\/|#)\s*)(\^+)(.*)$/.exec(line);
    if (carets && lines.length > 0) {
      const start = starts[starts.length - 1] + carets[1].length;
      expected.push({ line: lines.length, start, end: start + carets[2].length, message: carets[3].trim() });
      continue;
    }
    starts.push(offset);
    lines.push(line);
    offset += line.length + 1;
  }
  return { name, text: lines.join('\n'), expected };
}
