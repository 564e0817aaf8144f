import { model } from '../../../facts/model';
import { QUESTION_SPREAD, sinks } from './_words';

export default model({
  library: 'github.com/beego/beego/v2/client/orm',
  aliases: ['github.com/astaxie/beego/orm', 'github.com/beego/beego/client/orm'],
  types: {
    Ormer: ['type github.com/beego/beego/v2/client/orm#Ormer', 'orm.{NewOrm,NewOrmUsingDB}()'],
  },
  sinks: { sql: [...sinks(['Ormer.Raw($0)'], { bind: QUESTION_SPREAD })] },
  propagators: [{ at: 'Ormer.*()', to: [] }],
});
