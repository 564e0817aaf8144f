import assert from 'node:assert/strict';
import { LineIndex } from '../../server/src/base/span';

describe('positions', () => {
  const text = 'ab\ncd\r\n\r\ne\rf😀\n';
  const index = new LineIndex(text);

  it('know the three kinds of line breaks', () => {
    const lines = Array.from({ length: index.lineCount }, (_, line) =>
      text.slice(index.lineStart(line), index.lineEnd(line)),
    );
    assert.deepEqual(lines, ['ab', 'cd', '', 'e', 'f😀', '']);
  });

  it('convert there and back', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      // Between CR and LF there is no position of its own.
      if (text[offset - 1] === '\r' && text[offset] === '\n') continue;
      assert.equal(index.positionToOffset(index.offsetToPosition(offset)), offset, String(offset));
    }
    assert.deepEqual(index.offsetToPosition(text.indexOf('😀')), { line: 4, character: 1 });
  });

  it('are taken to the nearest place that there is', () => {
    assert.deepEqual(index.offsetToPosition(-5), { line: 0, character: 0 });
    assert.deepEqual(index.offsetToPosition(1000), { line: 5, character: 0 });
    assert.equal(index.positionToOffset({ line: 0, character: 99 }), 2);
    assert.equal(index.positionToOffset({ line: 1, character: 99 }), 5);
    assert.equal(index.positionToOffset({ line: 99, character: 0 }), text.length);
    assert.equal(index.positionToOffset({ line: -1, character: 7 }), 0);
    assert.equal(index.positionToOffset({ line: 1, character: -7 }), 3);
  });

  it('exist in an empty text', () => {
    const empty = new LineIndex('');
    assert.equal(empty.lineCount, 1);
    assert.deepEqual(empty.offsetToPosition(0), { line: 0, character: 0 });
    assert.equal(empty.positionToOffset({ line: 3, character: 3 }), 0);
  });
});
