import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

let validate: ReturnType<Ajv['compile']> | undefined;

/** What the official schema has to say against a log; nothing when it accepts it. */
export function sarifProblems(log: unknown): string[] {
  validate ??= compile();
  if (validate(log)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function compile(): ReturnType<Ajv['compile']> {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const folder = path.dirname(createRequire(__filename).resolve('@microsoft/jest-sarif/package.json'));
  const schemas = path.join(folder, 'lib/schemas');
  const [file] = fs.readdirSync(schemas).filter((name) => name.startsWith('sarif-2.1.0'));
  // Written for an older draft, of which it uses nothing that has changed since but the word for its own name.
  const { $schema, id, ...schema } = JSON.parse(fs.readFileSync(path.join(schemas, file), 'utf8'));
  return ajv.compile(schema);
}
