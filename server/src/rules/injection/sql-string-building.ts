import { readConnection } from '../connection-strings';
import { isOneOf } from '../options';
import { withLiterals, withSettings } from '../parts';
import { flow } from '../rule';

/** Options of connections by which one call runs several statements, or the driver writes values into the text itself. */
const SEVERAL = /[?&;]((?:allowMultiQueries|multiStatements|interpolateParams)\s*=\s*true)\b/i;

const SEVERAL_MESSAGE = 'one call may run several statements, which is what turns a spliced value into any statement';

export default withLiterals(
  withSettings(
    flow({
      id: 'sql-string-building',
      title: 'Dynamic SQL text, source not proven',
      cwe: [89],
      owasp: ['A03:2021', 'A05:2025'],
      asvs: ['V1.2.4'],
      severity: 'warning',
      precision: 'medium',
      profile: 'recommended',
      layer: 'interpreter',
      family: { name: 'sql', rank: 3 },
      from: ['unproven'],
      to: ['sql'],
      message: ({ source, variant }) =>
        variant === 'name'
          ? `${source} becomes a name in the SQL text; nothing here shows that it is one of your own.`
          : variant === 'fragment'
            ? `${source} becomes a piece of the SQL text; nothing here shows that it is constant.`
            : `${source} becomes part of the SQL text, and nothing here shows that it is harmless; pass it as a bound parameter.`,
      severityOf: ({ variant }) => (variant === undefined ? undefined : 'information'),
      why: 'Whether a value that is spliced into a query can be chosen by somebody depends on every caller, today and later. A bound parameter is a value whoever calls, and a column that comes from a constant map is a column.',
      fix: 'Keep the SQL text constant and hand every value over beside it. Where a name must vary choose it from a constant map in the same function, so that a reader sees that it is harmless.',
      secondLayer:
        'Let the application connect as a role that owns no tables; keep several statements in one call switched off; let code review ask for each query that is built.',
      detection:
        'Watch for database syntax errors in production and for statements in the log that differ in their text rather than in their parameters.',
      tradeOffs:
        'Some of these texts are harmless because all callers are. Binding costs nothing there either, and saves everyone the proof.',
      references: [
        'https://cwe.mitre.org/data/definitions/89.html',
        'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
        'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
      ],
      fixes: ['bind-parameters', 'set-option', 'replace-in-text'],
    }),
    {
      of: ['database-client'],
      check: (facts) => {
        for (const name of ['multiple', 'interpolated']) {
          const option = facts.option(name);
          if (option.isSet && isOneOf(option, [true])) {
            return {
              message: `With this option ${SEVERAL_MESSAGE}; leave it off.`,
              option: name,
              variant: 'multi-statement',
              severity: 'information',
            };
          }
        }
        return undefined;
      },
    },
  ),
  {
    check: ({ value, whole, taker }) => {
      const written = taker === undefined ? SEVERAL.exec(value)?.[1] : undefined;
      if (written === undefined || !readConnection(whole ?? value)) return undefined;
      return {
        message: `With ${written} ${SEVERAL_MESSAGE}; leave it off.`,
        variant: 'multi-statement',
        severity: 'information',
        words: { 'in-text': `${written} => ${written.replace(/true$/i, 'false')}` },
      };
    },
  },
);
