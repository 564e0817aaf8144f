import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cells, fixedShare } from './coverage';
import { ROWS } from './rows';

/** What is still open, a line each: nothing else may open, and what is met has to be taken from the list. */
const OPEN = path.join(__dirname, 'open.txt');

describe('coverage of the catalogue', () => {
  const all = cells();
  const open = new Set(fs.readFileSync(OPEN, 'utf8').split('\n').filter(Boolean));

  it('a row stands once', () => {
    assert.equal(new Set(ROWS.map(({ rule }) => rule)).size, ROWS.length);
  });

  for (const { rule, language, gaps } of all) {
    it(`${rule} in ${language} has what the catalogue names, or is listed as open`, () => {
      const found = gaps.length === 0 ? [] : [`${rule} ${language}: ${gaps.join('; ')}`];
      const listed = [...open].filter((line) => line.startsWith(`${rule} ${language}:`));
      assert.deepEqual(found, listed, `npm run coverage tells more; test/coverage/open.txt is the list`);
    });
  }

  it('nothing is listed that is no row', () => {
    const rows = new Set(all.map(({ rule, language }) => `${rule} ${language}`));
    for (const line of open) assert.ok(rows.has(line.slice(0, line.indexOf(':'))), line);
  });

  it('seven of ten rules have a fix that an example proves', () => {
    assert.ok(fixedShare(all) >= 0.7, String(fixedShare(all)));
  });
});
