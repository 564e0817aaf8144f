import assert from 'node:assert/strict';
import { bothPositions, queryPosition } from '../../server/src/dataflow/query-position';

/** `|` is where the part stands. */
const NAMES = [
  'SELECT * FROM |',
  'SELECT * FROM `|`',
  'select * from public.|',
  'INSERT INTO | (a) VALUES (1)',
  'INSERT INTO t (a, |) VALUES (1, 2)',
  'UPDATE | SET a = 1',
  'DROP TABLE IF EXISTS |',
  'SELECT | FROM t',
  'SELECT a, | FROM t',
  'SELECT * FROM t ORDER BY |',
  'SELECT * FROM t ORDER BY a, |',
  "SELECT * FROM t WHERE a = 'x' ORDER BY |",
  'SELECT * FROM t GROUP BY |',
  'SELECT * FROM t WHERE | = 1',
  'UPDATE t SET a = 1, | = 2',
];
const DIRECTIONS = ['SELECT * FROM t ORDER BY a |', 'SELECT * FROM t ORDER BY a, "b" | LIMIT 1'];
const VALUES = [
  'SELECT * FROM t WHERE a = |',
  "SELECT * FROM t WHERE a = '|'",
  "SELECT * FROM t WHERE a LIKE '%|%'",
  'SELECT * FROM t WHERE a IN (|)',
  'SELECT * FROM t ORDER BY a LIMIT |',
  'INSERT INTO t (a) VALUES (|)',
  'SELECT * FROM t WHERE |',
];
const OPEN = ['|', 'u.|', 'Hello |', '/home/|/file'];

describe('the position of a part in a query', () => {
  const positionOf = (text: string): string | undefined => {
    const [before, after] = text.split('|');
    return queryPosition(before, after);
  };

  it('is a name', () => {
    for (const text of NAMES) assert.equal(positionOf(text), 'name', text);
  });

  it('is a direction', () => {
    for (const text of DIRECTIONS) assert.equal(positionOf(text), 'direction', text);
  });

  it('is a value', () => {
    for (const text of VALUES) assert.equal(positionOf(text), 'value', text);
  });

  it('is open where the text is no query yet', () => {
    for (const text of OPEN) assert.equal(positionOf(text), undefined, text);
  });

  it('of two places is the one that says less', () => {
    assert.equal(bothPositions('name', 'name'), 'name');
    assert.equal(bothPositions('name', 'direction'), 'name');
    assert.equal(bothPositions('name', 'value'), 'value');
    assert.equal(bothPositions(undefined, 'name'), 'value');
  });
});
