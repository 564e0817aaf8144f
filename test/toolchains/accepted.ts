import fs from 'node:fs';
import path from 'node:path';
import { readExamples } from '../examples/read-examples';

/** What the fix of an example leaves behind, or is offered as the right way: code that its language must accept. */
export interface Accepted {
  /** `<rule id>/<number of the example>`: a folder of its own. */
  readonly folder: string;
  readonly title: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** The good sides of a language's examples, each with the files it stands among. */
export function acceptedOf(language: string): Accepted[] {
  const counts = new Map<string, number>();
  return readExamples()
    .filter((one) => one.language === language && one.good.length > 0)
    .map(({ ruleId, title, context, good }) => {
      const number = (counts.get(ruleId) ?? 0) + 1;
      counts.set(ruleId, number);
      const others = context.filter((file) => !good.some(({ name }) => name === file.name));
      return { folder: `${ruleId}/${number}`, title: `${ruleId}: ${title}`, files: [...others, ...good] };
    });
}

/** Where the libraries of a language are installed, and where examples are written for its tool. Not kept in git. */
export function cacheOf(language: string): string {
  return path.join(__dirname, '.cache', language);
}

/** Writes examples below a folder that is emptied first; gives the paths, relative to it. */
export function writeExamples(root: string, examples: readonly Accepted[], rename = (name: string) => name): string[] {
  fs.rmSync(root, { recursive: true, force: true });
  const written: string[] = [];
  for (const { folder, files } of examples) {
    for (const { name, text } of files) {
      const file = path.join(folder, rename(name));
      fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      fs.writeFileSync(path.join(root, file), text);
      written.push(file);
    }
  }
  return written;
}
