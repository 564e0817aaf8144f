/**
 * The only words that models and rules share. A model says that a place *is* one of these; a rule says which of them
 * must not meet. Neither ever names the other.
 */

/** Where values that an attacker may choose, or that need care, come from. */
export const SOURCES = [
  /** Chosen by whoever sends a request. */
  'remote',
  /** Read from the process environment or its arguments. */
  'environment',
  /** Read from a database: another request may have put it there. */
  'database',
  /** Read from a file. */
  'file',
  /** Parameter of a function that a library exports. */
  'library-input',
  /** Made by a generator that is not cryptographic. */
  'weak-random',
  /** What a header says the address of the client is. */
  'claimed-address',
  /** Neither constant nor seen to come from anywhere: only for texts that should have no such parts. */
  'unproven',
  /** What a signed token says, read without looking at the signature. */
  'unverified-token',
  /** What an archive calls its entries: chosen by whoever made it. */
  'archive-entry',
  /** What is known of a failure: its message, its stack. */
  'error',
  /** A text that was made to be read as JSON. */
  'json-text',
  /** Named as something that must not be told: a password, a token, the number of a card. Found by name, not by models. */
  'secret',
  /** Read from where another request put it: a row, a session, a cache, a file. */
  'stored',
] as const;
export type Source = (typeof SOURCES)[number];

/**
 * Uses that no encoding makes harmless: it matters that the value gets there, not how it is written. Sanitizers do not
 * name them.
 */
export const PLAIN_SINKS = [
  /** A field of its own in a structured log: it cannot break out of it, but everybody who reads logs reads it. */
  'log-field',
  /** Compared for equality in a time that depends on where the first difference is. The engine finds these. */
  'comparison',
  /** Something of a request that code decides by, on its own or compared with a constant. The engine finds these. */
  'claim',
  /** Kept in a store, or looked for there, as it came. The engine finds these. */
  'stored',
  /** Named as what lets somebody set a new password, or as a code to confirm with. The engine finds these. */
  'reset-token',
  'confirmation-code',
  /** Read out of the URL of a request. The engine finds these. */
  'url-credential',
  /** Put into the path or the query of an address whose host is fixed, as it is. The engine finds these. */
  'url-part',
  /** The text of an answer that is a page where nobody says otherwise. */
  'untyped-answer',
  /** Compared with a part of an address, letter by letter. */
  'address-test',
] as const;

/** What keeps values from one request to another. */
export const STORE_KINDS = ['row', 'session', 'cache', 'file'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** Where in a request a value stands. */
export const REQUEST_PARTS = ['query', 'body', 'header', 'cookie', 'path'] as const;
export type RequestPart = (typeof REQUEST_PARTS)[number];

/** What a value is used for. A sanitizer cleans a value for some of these. */
export const SINKS = [
  'sql',
  /** Where a query has a name of its own: a table, a column, the direction of an order. It cannot be bound there. */
  'sql-name',
  'nosql',
  'shell',
  /** Element of an argument list: harmful only where it may be read as an option. */
  'command-argument',
  'code',
  'template',
  'ldap',
  'xpath',
  'html',
  /** Text of a script, an attribute, a style. */
  'html-script',
  'path',
  /** Where an outgoing request goes. */
  'url',
  'redirect',
  'xml',
  'deserialization',
  'header',
  'log',
  /** Put into the server-side session, where later code trusts it. */
  'session',
  /** A value that must not be guessable: tokens, passwords, keys. */
  'secret-value',
  'regex',
  /** Taken for the address of the client: limits, lists of who may come in, records. */
  'client-address',
  /** Read as a whole, however much there is. */
  'memory',
  /** Taken for who is asking: the user that a request is answered for. */
  'identity',
  /** Fields of what is kept: a whole object given here sets them all. */
  'model-fields',
  /** Text or data of an answer, as the other side sees it. */
  'answer',
  /** What a template writes into a page as it is. */
  'template-output',
] as const;
export type Sink = (typeof SINKS)[number] | (typeof PLAIN_SINKS)[number];

/** What cleans a value for the second cleans it for the first: both are one to whoever escapes or checks. */
export const CLEANED_AS: Readonly<Partial<Record<Sink, Sink>>> = { 'sql-name': 'sql', 'template-output': 'html' };

/** Things with options whose effective values matter. */
export const CONFIGS = [
  'cookie',
  /** Cookie of a session framework. */
  'session-cookie',
  /** Where a session becomes that of a user. */
  'session-login',
  'forgery-protection',
  /** Whose word is taken for where a request comes from. */
  'trusted-proxies',
  /** An application that believes every sender as long as nobody tells it whom to. */
  'proxied-app',
  /** Where the address of a client is asked for. */
  'client-address',
  /** What shows how the service is doing, or lets somebody look inside. */
  'operations-endpoint',
  /** Files that logs are written to, by turns. */
  'log-files',
  /** What holds for requests that no rule of access names. */
  'access-default',
  /** Where a request's token is looked for. */
  'token-place',
  /** What checks the shape of a request: what becomes of fields that it does not name. */
  'request-shape',
  /** How long a session lasts at most, or without a request. */
  'session-lifetime',
  'cors',
  'tls-client',
  'xml-parser',
  'hash',
  'cipher',
  'key-generation',
  'http-app',
  'security-headers',
  /** How long browsers keep to encrypted connections. */
  'hsts',
  /** Whether other pages may show a page in a frame. */
  'framing',
  /** Whether browsers guess the type of an answer. */
  'type-sniffing',
  'content-policy',
  /** What answers browsers, where it is set up, and is no application by itself. */
  'browser-app',
  /** What makes or serves pages. */
  'pages',
  'credential',
  /** A connection to a database: who signs in where, and how the way there is protected. */
  'database-client',
  /** The key of a cipher or of a keyed digest. */
  'encryption-key',
  /** The secret that tokens are signed with: a credential that can be guessed off line. */
  'token-secret',
  'token-issue',
  'token-check',
  /** A digest by what goes into it, an encoder of passwords. */
  'password-hash',
  /** A function made for passwords, by the work that it asks for. */
  'password-cost',
  'debug-mode',
  'template-engine',
  /** A variable that a template writes as it is. */
  'raw-output',
  /** The check of a code that a device shows for a short time. */
  'one-time-code',
  /** A shared secret that such a device is given. */
  'one-time-secret',
  /** The check of what an authenticator signed, or the request for it. */
  'passkey',
  /** The search for one text in another, or in what may be a list. */
  'text-search',
  /** How long a text may be, and what else is asked of one by its name. */
  'text-length',
  /** What is asked of new passwords, for the whole project. */
  'password-policy',
  /** A number between limits that cannot be guessed but by trying. */
  'random-number',
  /** A request that sends people to another service to sign in, and the call that comes back. */
  'oauth-request',
  /** The versions of TLS that are spoken. */
  'tls-protocol',
  /** A call over the network that may never answer. */
  'outgoing-call',
  /** Headers that a call over the network takes along. */
  'outgoing-headers',
  /** What waits for requests, and how long for each. */
  'listener',
  /** How much of a request is taken into memory or onto disk. */
  'body-size',
  /** A program that is started with its arguments. */
  'program-run',
  'archive-reader',
  /** What takes files from requests. */
  'upload',
  /** Data written as an answer whose type does not say what it is. */
  'untyped-json',
  /** Where a connection goes and whether it is encrypted. */
  'connection',
  /** Puts the fields of one object, and of those in it, into another. */
  'deep-merge',
  'deserializer',
  /** A library that nobody should start with today, or a version of it with known holes. */
  'outdated-library',
] as const;
export type Config = (typeof CONFIGS)[number];

/** Things whose options mean something in files that do not name them: an engine is set up once for all templates. */
export const PROJECT_WIDE: readonly Config[] = ['template-engine', 'raw-output', 'password-cost'];

/** What a call may make of the thing it is called on, for what is done with it later. */
export const MARKS = [
  /** An answer whose type says that it is no page: browsers run nothing in it. */
  'not-a-page',
  /** An answer whose status says, or may say, that the request was at fault. */
  'client-error',
] as const;
export type Mark = (typeof MARKS)[number];

/** What the engine itself knows how to compute or to track; models say which calls do it. */
export const OPERATIONS = [
  // strings
  'string.charAt',
  'string.substring',
  'string.slice',
  'string.concat',
  'string.replace',
  'string.replaceAll',
  'string.split',
  'string.join',
  'string.upper',
  'string.lower',
  'string.trim',
  'string.length',
  'string.indexOf',
  'string.equals',
  'string.startsWith',
  'string.endsWith',
  'string.contains',
  'string.matches',
  // The regular expression that a text is.
  'regex.of',
  'string.format',
  'string.of',
  'string.repeat',
  'string.isEmpty',
  // containers: the receiver is the container
  'list.add',
  'list.insert',
  'list.get',
  'list.set',
  'list.remove',
  'list.pop',
  'list.shift',
  'list.addAll',
  'list.size',
  'list.first',
  'list.last',
  'list.slice',
  'map.put',
  'map.get',
  'map.getOrDefault',
  'map.remove',
  'map.values',
  'map.keys',
  'map.entries',
  'map.putAll',
  'map.setDefault',
  // Fills a map from a file of the project that the first argument names.
  'map.load',
  // The key is the first two arguments together: a section and a name, a row and a column.
  'table.put',
  'table.get',
  'set.has',
  'collection.iterator',
  'iterator.next',
  'collection.contains',
  'collection.of',
  'map.of',
  'collection.clear',
  'entry.key',
  'entry.value',
  // string builders: the receiver is the builder
  'builder.append',
  'builder.insert',
  'builder.replace',
  'builder.toString',
  'builder.reverse',
  // functions given to functions
  'callback.each',
  'callback.map',
  'callback.filter',
  'callback.reduce',
  'callback.call',
  'callback.find',
  // The receiver's elements are given to the collector that is the argument; without a model it keeps them.
  'callback.collect',
  'promise.then',
  'promise.catch',
  'promise.all',
  'promise.resolve',
  'function.call',
  'function.apply',
  'function.bind',
  'function.register',
  // The call does not come back.
  'control.exit',
  // objects
  'object.assign',
  'object.keys',
  'object.values',
  'object.entries',
  'object.create',
  'object.freeze',
  'object.get',
  'object.set',
  // Gives an option by being called: what it gives holds its first argument under its own name.
  'option.of',
  'identity',
  // What it is called on, in another form; its arguments say only how.
  'conversion',
  'number.parse',
  'number.abs',
  'optional.of',
  'optional.get',
  'optional.orElse',
] as const; // prettier-ignore
export type Operation = (typeof OPERATIONS)[number];

/** What stands before a handler, or in it, and refuses requests. `public`: somebody said that it is open on purpose. */
export const CONTROLS = [
  'authentication',
  /** Of a role, a scope, an owner. */
  'authorization',
  'csrf',
  'validation',
  'rate-limit',
  'body-limit',
  'public',
] as const;
export type Control = (typeof CONTROLS)[number];

/** What code does that decides which controls a route needs. */
export const DEEDS = [
  /** Writes to a store that outlives the request. */
  'data-write',
  /** Ends a session on the server, whatever the browser still holds. */
  'session-end',
  /** Takes a cookie or an entry of a session away, and leaves the session as it is. */
  'session-forget',
  /** Makes a signed token, checks one. */
  'token-issue',
  'token-check',
] as const;
export type Deed = (typeof DEEDS)[number];
