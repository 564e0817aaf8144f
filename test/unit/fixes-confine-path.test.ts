import { example, type Place, suite } from './fixes-support';

const SEND = { confine: "$callee($file, { root: $root, dotfiles: 'deny' })" };
const read = (trace: string): Place => ({ at: 'fs.readFile(', value: 0, trace: [trace] });
const HEAD = "const fs = require('fs');\nconst path = require('path');\n";

suite('confine-path', {
  javascript: [
    example('javascript', 'path-traversal', 'Express: sendFile of a joined path', {
      at: 'res.sendFile(',
      value: 0,
      words: SEND,
      trace: ['req.params.name'],
    }),
    {
      title: 'a joined text, through the options of the call',
      place: { at: 'res.sendFile(', value: 0, words: SEND, trace: ['req.query.n'] },
      bad: 'exports.f = (req, res) => res.sendFile(`${__dirname}/files/${req.query.n}.txt`);\n',
      good: "exports.f = (req, res) => res.sendFile(`${req.query.n}.txt`, { root: `${__dirname}/files`, dotfiles: 'deny' });\n",
    },
    {
      title: 'a check before the statement',
      place: read('req.query.name'),
      bad: `${HEAD}exports.f = (req, done) => {
  fs.readFile('/srv/notes/' + req.query.name, done);
};
`,
      good: `${HEAD}exports.f = (req, done) => {
  const safePath = path.resolve('/srv/notes', req.query.name);
  if (!safePath.startsWith(path.resolve('/srv/notes') + path.sep)) throw new Error('This path is outside of its folder');
  fs.readFile(safePath, done);
};
`,
    },
    {
      title: 'the import is added, no semicolons',
      place: read('req.query.name'),
      bad: `const fs = require('fs')
exports.f = (req, done) => {
  fs.readFile(DIR + req.query.name + '.txt', done)
}
`,
      good: `const fs = require('fs')
const path = require('path')
exports.f = (req, done) => {
  const safePath = path.resolve(DIR, req.query.name + '.txt')
  if (!safePath.startsWith(path.resolve(DIR) + path.sep)) throw new Error('This path is outside of its folder')
  fs.readFile(safePath, done)
}
`,
    },
    {
      title: 'a variable is checked where it is made',
      place: read('req.query.name'),
      bad: `${HEAD}exports.f = (req, done) => {
  const file = path.join(__dirname, 'notes', req.query.name);
  console.log(file);
  fs.readFile(file, done);
};
`,
      good: `${HEAD}exports.f = (req, done) => {
  const file = path.resolve(path.join(__dirname, 'notes'), req.query.name);
  if (!file.startsWith(path.resolve(path.join(__dirname, 'notes')) + path.sep)) throw new Error('This path is outside of its folder');
  console.log(file);
  fs.readFile(file, done);
};
`,
    },
    {
      title: 'other names of the library',
      place: read('req.query.name'),
      bad: `import fs from 'node:fs';
import { join } from 'node:path';
export const f = (req, done) => {
  fs.readFile(join(DIR, 'a', req.query.name), done);
};
`,
      good: `import fs from 'node:fs';
import { join } from 'node:path';
import path from 'path';
export const f = (req, done) => {
  const safePath = path.resolve(join(DIR, 'a'), req.query.name);
  if (!safePath.startsWith(path.resolve(join(DIR, 'a')) + path.sep)) throw new Error('This path is outside of its folder');
  fs.readFile(safePath, done);
};
`,
    },
    {
      title: 'no folder',
      place: read('req.query.name'),
      bad: `${HEAD}exports.f = (req, done) => {\n  fs.readFile(req.query.name, done);\n};\n`,
      good: undefined,
    },
    {
      title: 'no place for a statement',
      place: read('req.query.name'),
      bad: `${HEAD}exports.f = (req, done) => fs.readFile('/srv/' + req.query.name, done);\n`,
      good: undefined,
    },
    {
      title: 'more arguments than the template takes',
      place: { at: 'res.sendFile(', value: 0, words: SEND, trace: ['req.query.n'] },
      bad: "exports.f = (req, res, next) => res.sendFile('/srv/' + req.query.n, next);\n",
      good: undefined,
    },
  ],
  python: [
    {
      title: 'a joined path',
      place: { at: 'open(', value: 0, trace: ['name'] },
      bad: 'import os\n\ndef f(name):\n    with open(os.path.join(BASE, name)) as f:\n        return f.read()\n',
      good: 'import os\nfrom pathlib import Path\n\ndef f(name):\n    safe_path = (Path(BASE) / name).resolve()\n    if not safe_path.is_relative_to(Path(BASE).resolve()):\n        raise ValueError("This path is outside of its folder")\n    with open(safe_path) as f:\n        return f.read()\n',
    },
    {
      title: 'a joined path in a variable',
      place: { at: 'open(', value: 0 },
      bad: 'import os\n\ndef f(name):\n    path = os.path.join(BASE, name)\n    return open(path).read()\n',
      good: 'import os\nfrom pathlib import Path\n\ndef f(name):\n    path = (Path(BASE) / name).resolve()\n    if not path.is_relative_to(Path(BASE).resolve()):\n        raise ValueError("This path is outside of its folder")\n    return open(path).read()\n',
    },
    {
      title: 'an operator',
      place: { at: 'open(', value: 0 },
      bad: "from pathlib import Path\n\ndef f(name):\n    return open(BASE / 'a' / name, 'rb').read()\n",
      good: "from pathlib import Path\n\ndef f(name):\n    safe_path = (Path(BASE / 'a') / name).resolve()\n    if not safe_path.is_relative_to(Path(BASE / 'a').resolve()):\n        raise ValueError('This path is outside of its folder')\n    return open(safe_path, 'rb').read()\n",
    },
    {
      title: 'an f-string',
      place: { at: 'open(', value: 0 },
      bad: 'from pathlib import Path\n\ndef f(name):\n    return open(f"/srv/{name}.txt").read()\n',
      good: 'from pathlib import Path\n\ndef f(name):\n    safe_path = (Path("/srv") / f"{name}.txt").resolve()\n    if not safe_path.is_relative_to(Path("/srv").resolve()):\n        raise ValueError("This path is outside of its folder")\n    return open(safe_path).read()\n',
    },
  ],
  java: [
    {
      title: 'a file in a folder',
      place: { at: 'new File(', value: 1 },
      bad: 'import java.io.File;\nimport java.nio.file.Path;\n\nclass T {\n    void f(String name) {\n        File file = new File("/srv/files", name);\n    }\n}\n',
      good: 'import java.io.File;\nimport java.nio.file.Path;\n\nclass T {\n    void f(String name) {\n        Path safePath = Path.of("/srv/files").resolve(name).normalize();\n        if (!safePath.startsWith(Path.of("/srv/files").normalize())) {\n            throw new IllegalArgumentException("This path is outside of its folder");\n        }\n        File file = safePath.toFile();\n    }\n}\n',
    },
    {
      title: 'a sum',
      place: { at: 'new FileInputStream(', value: 0 },
      bad: 'import java.io.FileInputStream;\nimport java.nio.file.Path;\n\nclass T {\n    Object f(String name) throws Exception {\n        return new FileInputStream("/srv/files/" + name);\n    }\n}\n',
      good: 'import java.io.FileInputStream;\nimport java.nio.file.Path;\n\nclass T {\n    Object f(String name) throws Exception {\n        Path safePath = Path.of("/srv/files").resolve(name).normalize();\n        if (!safePath.startsWith(Path.of("/srv/files").normalize())) {\n            throw new IllegalArgumentException("This path is outside of its folder");\n        }\n        return new FileInputStream(safePath.toString());\n    }\n}\n',
    },
    {
      title: 'a path of a folder',
      place: { at: 'Files.readString(', value: 0 },
      bad: 'import java.nio.file.Path;\n\nclass T {\n    String f(String name) throws Exception {\n        return Files.readString(root.resolve(name));\n    }\n}\n',
      good: 'import java.nio.file.Path;\n\nclass T {\n    String f(String name) throws Exception {\n        Path safePath = Path.of(root.toString()).resolve(name).normalize();\n        if (!safePath.startsWith(Path.of(root.toString()).normalize())) {\n            throw new IllegalArgumentException("This path is outside of its folder");\n        }\n        return Files.readString(safePath);\n    }\n}\n',
    },
  ],
});
