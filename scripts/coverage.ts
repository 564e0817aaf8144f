import { cells, fixedShare } from '../test/coverage/coverage';

/**
 * What the catalogue asks of each rule and language, beside what is there: `npm run coverage [-- --gaps]`. Fails where a
 * row lacks an example, a clean side, a fix or a library that the catalogue names, or too few rules have a proven fix.
 */
const WANTED_SHARE = 0.7;

function main(): void {
  const onlyGaps = process.argv.includes('--gaps');
  const all = cells();
  const wide = Math.max(...all.map(({ rule }) => rule.length));
  console.log(`${'rule'.padEnd(wide)}  language    bad good libraries  fix`);
  for (const { rule, language, bad, good, fixes, libraries, gaps } of all) {
    if (onlyGaps && gaps.length === 0) continue;
    const figures = `${String(bad).padStart(3)} ${String(good).padStart(4)} ${String(libraries.length).padStart(9)}`;
    const told = gaps.length === 0 ? '' : `  ✗ ${gaps.join('; ')}`;
    console.log(`${rule.padEnd(wide)}  ${language.padEnd(11)} ${figures}  ${fixes.join(', ') || '-'}${told}`);
  }
  const lacking = all.filter(({ gaps }) => gaps.length > 0).length;
  const share = fixedShare(all);
  console.log(`\n${all.length} rows × languages, ${lacking} lacking something`);
  console.log(
    `${Math.round(share * 100)} % of the rules have a fix that an example proves (${WANTED_SHARE * 100} % wanted)`,
  );
  process.exitCode = lacking === 0 && share >= WANTED_SHARE ? 0 : 1;
}

main();
