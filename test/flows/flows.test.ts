import assert from 'node:assert/strict';
import { ModelIndex } from '../../server/src/facts/resolve';
import { verify } from '../../server/src/ir/verify';
import { analyse } from './engine';
import { flowCases } from './fixtures';

describe('flows', () => {
  for (const flow of flowCases()) {
    it(`${flow.file}: ${flow.title}`, () => {
      for (const { name, ir } of flow.modules) assert.deepEqual(verify(ir), [], name);
      assert.deepEqual(new ModelIndex(flow.models).problems, []);
      const found = analyse(flow);
      assert.deepEqual(found.findings, flow.expected);
      assert.deepEqual(found.configs, flow.expectedConfigs);
      for (const [finding, hops] of flow.expectedHops) assertPasses(found.hops.get(finding) ?? [], hops);
      assert.equal(found.isPartial, false);
      // What was evaluated before must not matter.
      assert.deepEqual(analyse({ ...flow, modules: flow.modules.toReversed() }), found);
    });
  }
});

/** The places in their order, others between them. */
function assertPasses(trace: readonly string[], hops: readonly string[]): void {
  let at = -1;
  for (const hop of hops) {
    at = trace.indexOf(hop, at + 1);
    assert.ok(at >= 0, `${hop} is not on the way ${trace.join(', ')}`);
  }
}
