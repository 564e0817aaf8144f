import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import type { Finding } from '../../server/src/base/finding';
import { LineIndex } from '../../server/src/base/span';
import { renderJson } from '../../server/src/report/json';
import { code, escapeMarkdown, explainFinding } from '../../server/src/report/markdown';
import type { Report } from '../../server/src/report/report';
import { renderSarif } from '../../server/src/report/sarif';
import { defaultName, renderNotices, renderText } from '../../server/src/report/text';
import { RULES } from '../../server/src/rules/index.generated';
import { sarifProblems } from '../support/sarif-schema';

const ROOT = 'file:///work/';
const URI = 'file:///work/a%20b/app.js';
const TEXT = 'const 😀 = req.query.q;\neval(x);\n// security-ignore: code-injection reviewed\neval(y);\n';
const lines = new LineIndex(TEXT);

function finding(text: string, extra: Partial<Finding> = {}): Finding {
  const start = TEXT.indexOf(text);
  return {
    uri: URI,
    start,
    end: start + text.length,
    ruleId: 'code-injection',
    severity: 'error',
    message: `${text} is run as code.`,
    variant: undefined,
    cwe: [95],
    trace: [],
    fingerprint: `print of ${text}`,
    suppressed: undefined,
    anchor: { functionId: 0, instruction: 0, value: 0, option: undefined, words: {}, bind: undefined },
    ...extra,
  };
}

const query = TEXT.indexOf('req.query.q');
const comment = TEXT.indexOf('// security-ignore');
const flow = finding('x', {
  start: TEXT.indexOf('x)'),
  end: TEXT.indexOf('x)') + 1,
  trace: [
    { uri: URI, start: query, end: query + 11, note: 'req.query.q enters\nhere' },
    { uri: URI, start: TEXT.indexOf('x)'), end: TEXT.indexOf('x)') + 1, note: 'it is run' },
  ],
});
const suppressed = finding('y', {
  suppressed: { reason: 'reviewed', start: comment, end: comment + 42 },
});

const report: Report = {
  tool: { name: 'backend-security-coder', version: '1.2.3' },
  root: ROOT,
  files: [{ uri: URI, findings: [flow, suppressed], notices: [], partial: 'parsing took too long' }],
  notices: [{ uri: 'file:///work/big.js', message: 'Skipped: it is minified.' }],
  rules: RULES,
  lines: (uri) => (uri === URI ? lines : undefined),
};
const options = { color: false, name: defaultName(report) };

describe('the text report', () => {
  it('shows place, severity, message and rule, the flow below, and a summary', () => {
    assert.equal(
      renderText(report, options),
      [
        'a b/app.js:2:6 error x is run as code. [code-injection]',
        '    1. a b/app.js:1:12 req.query.q enters here',
        '    2. a b/app.js:2:6 it is run',
        '',
        '1 finding (1 error) in 1 of 1 file. 1 suppressed.',
        '',
      ].join('\n'),
    );
  });

  it('is one line when there is nothing', () => {
    assert.equal(renderText({ ...report, files: [] }, options), 'No findings in 0 files.\n');
  });

  it('does not pass on what would move the cursor', () => {
    const nasty = finding('x', { message: 'a\u001b[2Jb\nc' });
    const files = [{ uri: URI, findings: [nasty], notices: [], partial: undefined }];
    assert.match(renderText({ ...report, files }, options), /error a\[2Jb c \[code-injection\]/);
  });

  it('names every notice once', () => {
    assert.equal(
      renderNotices(report, options),
      'big.js: Skipped: it is minified.\na b/app.js: Analysed in part: parsing took too long\n',
    );
  });
});

describe('the JSON report', () => {
  it('holds what the text report holds, and the suppressed ones', () => {
    const { findings, summary, notices } = JSON.parse(renderJson(report));
    assert.deepEqual(summary, {
      files: 1,
      filesWithFindings: 1,
      findings: 1,
      suppressed: 1,
      bySeverity: { error: 1, warning: 0, information: 0, hint: 0 },
    });
    assert.equal(findings[0].file, 'a b/app.js');
    assert.deepEqual([findings[0].line, findings[0].column, findings[0].endLine, findings[0].endColumn], [2, 6, 2, 7]);
    assert.deepEqual(findings[1].suppressed, { reason: 'reviewed' });
    assert.equal(notices.length, 2);
  });
});

describe('the SARIF report', () => {
  const log = JSON.parse(renderSarif(report)) as Log;
  const [run] = log.runs;

  it('is what the official schema accepts', () => {
    assert.deepEqual(sarifProblems(log), []);
  });

  it('has places relative to the root, in UTF-16 columns', () => {
    const place = run.results?.[0].locations?.[0].physicalLocation;
    assert.deepEqual(place?.artifactLocation, { uri: 'a%20b/app.js', uriBaseId: 'SRCROOT' });
    assert.deepEqual(place?.region, { startLine: 2, startColumn: 6, endLine: 2, endColumn: 7 });
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run.originalUriBaseIds, { SRCROOT: { uri: ROOT } });
    const source = run.results?.[0].codeFlows?.[0].threadFlows[0].locations[0].location?.physicalLocation?.region;
    assert.equal(source?.startColumn, 12);
  });

  it('tells about rules what code scanning wants to know', () => {
    const rule = run.tool.driver.rules?.find(({ id }) => id === 'sql-injection');
    assert.deepEqual(rule?.properties?.tags?.slice(0, 2), ['security', 'external/cwe/cwe-089']);
    assert.equal(rule?.properties?.precision, 'high');
    assert.equal(rule?.properties?.['security-severity'], '9.3');
    assert.equal(rule?.helpUri, 'https://cwe.mitre.org/data/definitions/89.html');
    const index = run.results?.[0].ruleIndex ?? -1;
    assert.equal(run.tool.driver.rules?.[index].id, 'code-injection');
  });

  it('keeps suppressed findings, marked with their reason', () => {
    assert.deepEqual(run.results?.[0].suppressions, []);
    assert.equal(run.results?.[1].suppressions?.[0].justification, 'reviewed');
    assert.equal(run.results?.[1].suppressions?.[0].kind, 'inSource');
  });

  it('has fingerprints and notices', () => {
    assert.deepEqual(run.results?.[0].partialFingerprints, { 'backendSecurity/v1': 'print of x' });
    const notices = run.invocations?.[0].toolExecutionNotifications?.map(({ message }) => message.text);
    assert.deepEqual(notices, ['Skipped: it is minified.', 'Analysed in part: parsing took too long']);
  });
});

describe('the hover', () => {
  const rule = RULES.find(({ id }) => id === 'code-injection');
  const link = (place: { uri: string; start: number }) => ({ name: `line ${place.start}`, target: place.uri });

  it('tells the flow as a numbered story', () => {
    assert.ok(rule);
    const text = explainFinding(flow, rule, link);
    assert.match(text, /1\. \[line 11\]\(file:\/\/\/work\/a%20b\/app\.js\) req\.query\.q enters here\n2\. /);
    assert.match(text, /\[CWE-95\]\(https:\/\/cwe\.mitre\.org\/data\/definitions\/95\.html\)/);
  });

  it('says why a finding is suppressed', () => {
    assert.ok(rule);
    assert.match(explainFinding(suppressed, rule, link), /\*Suppressed here:\* reviewed/);
  });

  it('takes text of files for text', () => {
    assert.equal(escapeMarkdown('[a](b) <c>\n# d'), '\\[a\\](b) \\<c\\> \\# d');
    assert.equal(code('a`b'), '`` a`b ``');
  });
});
