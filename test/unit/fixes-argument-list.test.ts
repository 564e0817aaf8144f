import { example, type Place, suite } from './fixes-support';

const EXEC = { to: 'execFile', arguments: '$program, $arguments, $1...' };
const at = (call: string, words: Readonly<Record<string, string>> = EXEC): Place => ({ at: call, value: 0, words });

suite('argument-list', {
  javascript: [
    example('javascript', 'command-injection', 'child_process: exec of a template literal', at('cp.exec(')),
    example(
      'javascript',
      'command-injection',
      'child_process: execSync of joined text',
      at('cp.execSync(', { ...EXEC, to: 'execFileSync' }),
    ),
    {
      title: 'an imported name',
      place: at('exec('),
      bad: "const { exec } = require('child_process');\nexec(`ls ${d}`, done);\n",
      good: "const { execFile } = require('child_process');\nexecFile('ls', [d], done);\n",
    },
    {
      title: 'an imported name that is used elsewhere too',
      place: at('exec(`'),
      bad: "import { exec } from 'node:child_process';\nexec(`ls ${d}`, done);\nexec('date');\n",
      good: "import { exec, execFile } from 'node:child_process';\nexecFile('ls', [d], done);\nexec('date');\n",
    },
    {
      title: 'an imported name beside the one it becomes',
      place: at('exec('),
      bad: "import { exec, execFile } from 'child_process';\nexec(`ls ${d}`);\n",
      good: "import { exec, execFile } from 'child_process';\nexecFile('ls', [d]);\n",
    },
    {
      title: 'an alias',
      place: at('run('),
      bad: "import { exec as run } from 'child_process';\nrun(`ls ${d}`);\n",
      good: "import { execFile as run } from 'child_process';\nrun('ls', [d]);\n",
    },
    {
      title: 'a name that is not imported',
      place: at('run('),
      bad: 'const run = promisify(exec);\nrun(`ls ${d}`);\n',
      good: undefined,
    },
    {
      title: 'quotes and joined words',
      place: at('cp.exec('),
      bad: 'cp.exec(`tar -cf "${name}.tar" \'${a}\' --label=${b} "two words"`, { cwd });\n',
      good: 'cp.exec' + "File('tar', ['-cf', `${name}.tar`, a, `--label=${b}`, 'two words'], { cwd });\n",
    },
    {
      title: 'joined words of a sum',
      place: at('cp.exec('),
      bad: 'cp.exec("convert " + file + " " + dir + "/out.png");\n',
      good: 'cp.execFile("convert", [file, dir + "/out.png"]);\n',
    },
    {
      title: 'a pipe is no list of arguments',
      place: at('cp.exec('),
      bad: 'cp.exec(`cat ${file} | wc`);\n',
      good: undefined,
    },
    { title: 'the program is not known', place: at('cp.exec('), bad: 'cp.exec(`${file} -v`);\n', good: undefined },
    {
      title: 'a command of the shell itself',
      place: at('cp.exec('),
      bad: 'cp.exec(`cd ${dir}`);\n',
      good: undefined,
    },
    {
      title: 'a command that was built before',
      place: at('cp.exec('),
      bad: "function f(dir) {\n  const command = 'ls ' + dir;\n  cp.exec(command, done);\n}\n",
      good: "function f(dir) {\n  cp.execFile('ls', [dir], done);\n}\n",
    },
    {
      title: 'a new call',
      place: at('system(', { run: '@{child_process#execFileSync}($program, $arguments)' }),
      bad: "import a from 'a';\nsystem(`ls ${d}`);\n",
      good: "import a from 'a';\nimport { execFileSync } from 'child_process';\nexecFileSync('ls', [d]);\n",
    },
  ],
});
