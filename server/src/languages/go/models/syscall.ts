import { model } from '../../../facts/model';
import { RUN_TEXT } from './_words';

export default model({
  library: 'syscall',
  aliases: ['golang.org/x/sys/unix'],
  sinks: {
    shell: [{ at: '{Exec,ForkExec}($0)' }, { at: '{Exec,ForkExec}($1)', deep: true, when: { '$1[]': RUN_TEXT } }],
    path: ['{Open,Unlink,Rmdir,Mkdir,Chdir,Chroot}($0)'],
  },
  propagators: [{ at: '{Exec,ForkExec,Open,Unlink,Rmdir,Mkdir,Chdir,Chroot,Kill}()', to: [] }],
});
