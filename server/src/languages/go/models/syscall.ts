import { model } from '../../../facts/model';
import { RUN_TEXT } from './_words';

export default model({
  library: 'syscall',
  aliases: ['golang.org/x/sys/unix'],
  sinks: {
    shell: [
      { at: 'syscall.{Exec,ForkExec}($0)' },
      { at: 'syscall.{Exec,ForkExec}($1)', deep: true, when: { '$1[]': RUN_TEXT } },
    ],
    path: ['syscall.{Open,Unlink,Rmdir,Mkdir,Chdir,Chroot}($0)'],
  },
  propagators: [{ at: 'syscall.{Exec,ForkExec,Open,Unlink,Rmdir,Mkdir,Chdir,Chroot,Kill}()', to: [] }],
});
