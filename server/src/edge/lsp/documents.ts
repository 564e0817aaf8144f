import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { normalizeUri } from '../../workspace/paths';

/** Endings by the editor's name of a language, for documents whose name does not tell (unsaved ones, scripts). */
const ENDINGS: Readonly<Record<string, string>> = {
  javascript: '.js',
  javascriptreact: '.jsx',
  typescript: '.ts',
  typescriptreact: '.tsx',
  python: '.py',
  java: '.java',
  html: '.html',
  ejs: '.ejs',
  handlebars: '.hbs',
  jade: '.pug',
  pug: '.pug',
  jsp: '.jsp',
  'django-html': '.html',
  jinja: '.jinja',
  'jinja-html': '.html',
  nunjucks: '.njk',
};

export interface OpenDocument {
  /** Its name for the engine: one spelling for each file, with an ending that a language claims. */
  readonly uri: string;
  /** As the client writes it. */
  readonly clientUri: string;
  readonly content: TextDocument;
}

/** What is open in the editor, under the editor's names and the engine's. */
export class Documents {
  readonly #byClientUri = new Map<string, OpenDocument>();
  readonly #byUri = new Map<string, OpenDocument>();

  constructor(private readonly isSource: (uri: string) => boolean) {}

  open({ uri: clientUri, languageId, version, text }: TextDocumentItem): OpenDocument {
    const uri = this.#nameFor(normalizeUri(clientUri), languageId);
    const document = { uri, clientUri, content: TextDocument.create(clientUri, languageId, version, text) };
    this.#byClientUri.set(clientUri, document);
    this.#byUri.set(uri, document);
    return document;
  }

  change(clientUri: string, changes: TextDocumentContentChangeEvent[], version: number): OpenDocument | undefined {
    const document = this.#byClientUri.get(clientUri);
    if (document) TextDocument.update(document.content, changes, version);
    return document;
  }

  close(clientUri: string): OpenDocument | undefined {
    const document = this.#byClientUri.get(clientUri);
    if (document) {
      this.#byClientUri.delete(clientUri);
      this.#byUri.delete(document.uri);
    }
    return document;
  }

  ofClient(clientUri: string): OpenDocument | undefined {
    return this.#byClientUri.get(clientUri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#byUri.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.#byUri.values()];
  }

  /** The name under which the client knows a file. */
  clientUri(uri: string): string {
    return this.#byUri.get(uri)?.clientUri ?? uri;
  }

  #nameFor(uri: string, languageId: string): string {
    const ending = ENDINGS[languageId];
    return this.isSource(uri) || ending === undefined ? uri : uri + ending;
  }
}
