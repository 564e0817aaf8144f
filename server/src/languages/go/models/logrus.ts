import { model } from '../../../facts/model';

/** Writes what it is told as quoted fields or JSON, so nothing is said of its messages; some of them end the program. */
export default model({
  library: 'github.com/sirupsen/logrus',
  operations: { 'control.exit': ['logrus.{Fatal,Fatalf,Fatalln,Panic,Panicf}()', '*.{Fatalf,Fatalln}()'] },
});
