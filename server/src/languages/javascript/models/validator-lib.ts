import { model } from '../../../facts/model';

const TESTS = [
  'isUUID',
  'isInt',
  'isNumeric',
  'isAlphanumeric',
  'isAlpha',
  'isMongoId',
  'isHexadecimal',
  'isFloat',
  'isBoolean',
  'isISO8601',
  'isIP',
  'isPort',
  'isSlug',
];

/** The tests of `validator` that are imported one by one. */
export default model({
  library: 'validator/lib/isUUID',
  aliases: TESTS.slice(1)
    .map((name) => `validator/lib/${name}`)
    .concat(
      TESTS.map((name) => `validator/es/lib/${name}`),
      ['is-uuid', 'is-number'],
    ), // prettier-ignore
  guards: [
    { at: 'isUUID($0)', cleans: 'all' },
    { at: 'isUUID.{v1,v3,v4,v5,anyNonNil}($0)', cleans: 'all' },
  ],
});
