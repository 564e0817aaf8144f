import { model } from '../../../facts/model';
import { QUESTION_SPREAD, sinks } from './_words';

/** Conditions are text when they are a text: what is kept in structures is bound. */
export default model({
  library: 'gorm.io/gorm',
  aliases: ['github.com/jinzhu/gorm'],
  types: {
    Db: ['type gorm.io/gorm#DB', 'Open()[0]', 'Db.*()'],
  },
  stores: [
    { kind: 'row', does: 'write', at: 'Db.{Create,Save}($0)', key: 'argument' },
    { kind: 'row', does: 'fill', at: 'Db.{First,Find,Last,Take,Scan}($0)', key: 'argument' },
  ],
  sinks: {
    sql: [
      ...sinks(['Db.{Raw,Exec,Where,Or,Not,Having}($0)'], { bind: QUESTION_SPREAD }),
      'Db.Joins($0)',
      // A condition that is text is taken as it is, also where a number is expected.
      'Db.{First,Find,Last,Take,Delete}($1)',
    ],
    'sql-name': ['Db.{Order,Group,Select,Table,Distinct,Pluck}($0)'],
  },
  propagators: [
    { at: 'Open()', to: [] },
    { at: 'Db.*()', to: [] },
  ],
});
