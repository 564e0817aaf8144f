import assert from 'node:assert/strict';
import { Cancelled } from '../../server/src/base/checkpoint';
import { inSlices } from '../../server/src/edge/lsp/slices';

const nothing = async () => {};

describe('work in slices', () => {
  it('lets messages be served, and ends though it begins anew each time', async () => {
    let served = 0;
    const timer = setInterval(() => served++, 1);
    let attempts = 0;
    const result = await inSlices(
      (checkpoint) => {
        attempts++;
        const end = performance.now() + 100;
        while (performance.now() < end) checkpoint();
        return 'done';
      },
      () => false,
      nothing,
    );
    clearInterval(timer);
    assert.equal(result, 'done');
    assert.ok(attempts > 1, `${attempts} attempts`);
    assert.ok(served > 0);
  });

  it('stops between slices when nobody waits for it', async () => {
    let cancelled = false;
    setTimeout(() => {
      cancelled = true;
    }, 30);
    const forever = inSlices(
      (checkpoint) => {
        for (;;) checkpoint();
      },
      () => cancelled,
      nothing,
    );
    await assert.rejects(forever, Cancelled);
  });

  it('is prepared anew for each slice', async () => {
    let prepared = 0;
    await inSlices(
      (checkpoint) => {
        if (prepared < 3) for (;;) checkpoint();
      },
      () => false,
      async () => {
        prepared++;
      },
    );
    assert.equal(prepared, 3);
  });
});
