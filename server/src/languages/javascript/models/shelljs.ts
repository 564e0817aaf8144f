import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'shelljs',
  aliases: ['shelljs/global'],
  sinks: {
    shell: ['exec($0)'],
    path: ['shelljs.{cat,cd,head,tail,ls,rm,mkdir,touch}($*)', 'shelljs.{cp,mv,ln}($*)', 'sed($2)'],
  },
  propagators: ends('exec()', 'cmd()', 'shelljs.{rm,mkdir,touch,cp,mv,ln,cd,test,which}()'),
});
