import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** The extension host calls this. Mocha's report goes to the file that the launcher named, whole or not at all. */
export async function run(): Promise<void> {
  const results = process.env.SUITE_RESULTS;
  if (!results) throw new Error('SUITE_RESULTS must name the file for the report.');
  const unfinished = `${results}.part`;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    reporter: 'json',
    reporterOptions: { output: unfinished },
  });
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  fs.renameSync(unfinished, results);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
