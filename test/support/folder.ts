import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder for one test, with the files given by path and text. */
export class Folder {
  readonly path = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'backend-security-')));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Buffer): string {
    const file = this.file(name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  }

  read(name: string): string {
    return fs.readFileSync(this.file(name), 'utf8');
  }

  file(name: string): string {
    return path.join(this.path, name);
  }

  remove(): void {
    fs.rmSync(this.path, { recursive: true, force: true });
  }
}
