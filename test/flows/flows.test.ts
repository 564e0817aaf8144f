import assert from 'node:assert/strict';
import { ModelIndex } from '../../server/src/facts/resolve';
import { verify } from '../../server/src/ir/verify';
import { flowCases } from './fixtures';

describe('flows', () => {
  for (const flow of flowCases()) {
    describe(`${flow.file}: ${flow.title}`, () => {
      it('is made of sound modules and models', () => {
        for (const { name, ir } of flow.modules) assert.deepEqual(verify(ir), [], name);
        assert.deepEqual(new ModelIndex(flow.models).problems, []);
      });
    });
  }
});
