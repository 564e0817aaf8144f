import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { eventually, findings, open, revertAll } from './support';

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
    rootHooks: { beforeAll: serverIsReady },
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

/** Opening a backend file starts the extension; its first finding is the sign that the server works. */
async function serverIsReady(this: Mocha.Context): Promise<void> {
  this.timeout(60_000);
  const { uri } = await open('routes/tools.ts');
  await eventually('the first finding', () => findings(uri).length > 0, 50_000);
  await revertAll();
}
