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
  python: [
    {
      title: 'a new call of another library',
      place: at('os.system(', { run: '@{subprocess}.call($list)' }),
      bad: 'import os\n\ndef f(host):\n    os.system(f"ping -c 1 {host}")\n',
      good: 'import os\nimport subprocess\n\ndef f(host):\n    subprocess.call(["ping", "-c", "1", host])\n',
    },
    {
      title: 'a keyword is dropped, the others stay',
      place: at('subprocess.run(', { arguments: '$list, $1...', drop: 'shell' }),
      bad: "import subprocess\n\ndef f(host):\n    subprocess.run('ping ' + host, check=True, shell=True, timeout=3)\n",
      good: "import subprocess\n\ndef f(host):\n    subprocess.run(['ping', host], check=True, timeout=3)\n",
    },
    {
      title: 'only the keyword that is dropped; a joined word',
      place: at('subprocess.run(', { arguments: '$list, $1...', drop: 'shell' }),
      bad: 'import subprocess\n\ndef f(host):\n    subprocess.run(f"curl http://{host}/x", shell=True)\n',
      good: 'import subprocess\n\ndef f(host):\n    subprocess.run(["curl", f"http://{host}/x"])\n',
    },
    {
      title: 'an imported name becomes another one',
      place: at('create_subprocess_shell(', { to: 'create_subprocess_exec', arguments: '$items, $1...' }),
      bad: 'from asyncio import create_subprocess_shell\n\nasync def f(host):\n    await create_subprocess_shell("ping {}".format(host), stdout=PIPE)\n',
      good: 'from asyncio import create_subprocess_exec\n\nasync def f(host):\n    await create_subprocess_exec("ping", host, stdout=PIPE)\n',
    },
  ],
  java: [
    {
      title: 'a process builder',
      place: at('Runtime.getRuntime().exec(', { run: 'new ProcessBuilder($items).start()' }),
      bad: 'class T {\n    void f(String host) throws Exception {\n        Process p = Runtime.getRuntime().exec("ping -c 1 " + host);\n    }\n}\n',
      good: 'class T {\n    void f(String host) throws Exception {\n        Process p = new ProcessBuilder("ping", "-c", "1", host).start();\n    }\n}\n',
    },
    {
      title: 'a command built before',
      place: at('Runtime.getRuntime().exec(', { run: 'new ProcessBuilder($items).start()' }),
      bad: 'class T {\n    void f(String host) throws Exception {\n        String command = "ping " + host + ".local";\n        Runtime.getRuntime().exec(command);\n    }\n}\n',
      good: 'class T {\n    void f(String host) throws Exception {\n        new ProcessBuilder("ping", host + ".local").start();\n    }\n}\n',
    },
  ],
});
