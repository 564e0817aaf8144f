import { model } from '../../../facts/model';
import { made } from './_words';

const LEVELS = [
  '{Trace,Debug,Info,Print,Warn,Warning,Error,Fatal,Panic}',
  '{Tracef,Debugf,Infof,Printf,Warnf,Warningf,Errorf,Fatalf,Panicf}',
  '{Traceln,Debugln,Infoln,Println,Warnln,Errorln,Fatalln,Panicln}',
]; // prettier-ignore
const FIELDS = ['logrus.{WithField,WithFields}($*)', 'Logger.{WithField,WithFields}($*)'];

/** Writes what it is told as quoted fields or JSON, so nothing is said of its messages; some of them end the program. */
export default model({
  library: 'github.com/sirupsen/logrus',
  types: {
    Logger: [
      'logrus.{New,StandardLogger}()',
      'logrus.{WithField,WithFields,WithError,WithContext}()',
      'Logger.{WithField,WithFields,WithError,WithContext}()',
      ...made('github.com/sirupsen/logrus', 'Logger'),
      ...made('github.com/sirupsen/logrus', 'Entry'),
    ],
  },
  sinks: {
    'log-field': [...LEVELS.flatMap((level) => [`logrus.${level}($*)`, `Logger.${level}($*)`]), ...FIELDS],
  },
  operations: { 'control.exit': ['logrus.{Fatal,Fatalf,Fatalln,Panic,Panicf}()', '*.{Fatalf,Fatalln}()'] },
});
