import type { ConstantValue } from '../ir/ir';
import type { Config, Control, Deed, Mark, Operation, RequestPart, Sink, Source, StoreKind } from './vocabulary';

/**
 * A *place* names IR values by how the source reaches them, starting at a library:
 *
 *   root      the library's own name (`express`, the module itself or its default export), an exported member (`Client`),
 *             a type declared in `types` of the same model (or `library:Type` of another one), a global name in a model
 *             whose library is '' (`console.log`), or `*` for a receiver of unknown type (`*.startsWith($0)`: weakest match)
 *   .name     a member; `.{a,b}` any of these; `.*` any member
 *   ()        the result of a call or instantiation; `(…)` with constraints: the result of such a call
 *   []        an element: index, iteration
 *   ($0)      ends a place: the argument itself. Also `($*)` all arguments, `($**)` a mapping given as keywords,
 *             `($1…)` from the second on, `($name)` a keyword or a field of an options object in last position,
 *             `($0.where)` a member of an argument, `($0[])` its elements, `($this)` the receiver
 *   ("a", $1) constraints: literal arguments must be equal (case of strings counts), `_` is anything;
 *             `(shell=true, $0)` a keyword or an option of an object argument
 *   .param(0) of an argument that is a function (`express().get($*).param(0)`): that function's parameter;
 *             `.param(*)` every parameter, `.param(name)` by name
 *   .return   of an argument that is a function: what it returns
 *
 * `new` and `await` are transparent; aliases and destructuring are resolved before matching. A decorator is the call it
 * stands for (`Flask().route()($0).return`).
 */
export type Place = string;

/** Members of functions that carry an annotation or override a library's method. Names as in `Annotation.name`. */
export interface Declared {
  /** Parameters with this annotation. */
  readonly parameterWith?: readonly string[];
  /** Parameters (all, or by index) of functions with this annotation … */
  readonly parametersOf?: readonly string[];
  /** … or of functions that override these methods, written `Type.method` with a type of this model. */
  readonly overriding?: readonly string[];
  readonly index?: number;
  /** Parameters of these types are left out (injected services, the response). */
  readonly exceptTypes?: readonly string[];
  /** Parameters with these annotations are left out. */
  readonly exceptWith?: readonly string[];
  /** What functions with this annotation (themselves or their class) return. */
  readonly returnOf?: readonly string[];
  /** With `returnOf`: the function or its class must also have one of these. */
  readonly andWith?: readonly string[];
  /** With `returnOf`: left out when one of these annotations gives this argument with a text like none of these. */
  readonly exceptSaying?: {
    readonly of: readonly string[];
    readonly argument: string;
    readonly unlike: readonly string[];
  };
  /** With `returnOf`: declared return types it applies to (`java.lang.String`). */
  readonly returnTypes?: readonly string[];
}

export type Literal = ConstantValue;

export interface SourceSpec extends Declared {
  readonly at?: Place;
  /** Words for messages; by default the source text itself (`req.query.id`). */
  readonly label?: string;
  /** What such a value cannot harm as it comes: a header's value holds no line break. */
  readonly harmlessTo?: readonly Sink[];
  /** The part of the request it is, where that matters: what stands in a URL is seen by many. */
  readonly part?: RequestPart;
  /** `part` holds only in functions with one of these annotations. */
  readonly partWith?: readonly string[];
}

/** How a driver takes values beside the text. */
export interface Bind {
  /**
   * In a query `?`, `$n` (numbered from 1), `:name`, `@name`, `$name`, `%s`, `:n` (numbered); in a template its output.
   */
  readonly style:
    | '?'
    | '$n'
    | ':name'
    | '@name'
    | '$name'
    | '%s'
    | ':n'
    | '{{ name }}'
    | '<%= name %>'
    | '<%= it.name %>';
  /**
   * Where values go. `array`: in one list as argument `at`; `spread`: one argument each from `at` on; `object`: an object
   * or dict with the names as argument `at`; `tuple`: a tuple as argument `at`; `keyword`: one keyword argument each;
   * `method`: see `method`.
   */
  readonly values: 'array' | 'spread' | 'object' | 'tuple' | 'keyword' | 'method' | 'prepared';
  readonly at?: number;
  /** For `object` where the values sit under an option (`{ replacements: {…} }`). */
  readonly key?: string;
  /** For `method`: the call that follows, with `$n` name or index and `$v` value (`.setParameter("$n", $v)`). */
  readonly method?: string;
}

export interface SinkSpec extends Declared {
  /** Ends in an argument selector: `Db.query($0)`. Without one (`Response.body`) an assignment to the place. */
  readonly at?: Place;
  /** Only when these hold; keys as in selectors without `$`-parentheses: `{ '$1.shell': true }`, `{ '$0': 'sh' }`. `undefined` means absent, `text/*` any text that begins so. */
  readonly when?: Readonly<Record<string, Literal | readonly Literal[]>>;
  readonly unless?: Readonly<Record<string, Literal | readonly Literal[]>>;
  /** Also taint inside objects and arrays given as the argument counts. */
  readonly deep?: boolean;
  /** Only what arrives as it was made: a text with it inside is another matter. */
  readonly whole?: boolean;
  /** A value known to be a string (not an object) is harmless here: query operators need an object. */
  readonly objectsOnly?: boolean;
  /** With `deep`: what is kept under these keys is taken as it is (`$eq`). */
  readonly exceptKeys?: readonly string[];
  /** The text before it is a format as of `printf`, and a value that one of these letters writes is harmless: `r` quotes line breaks. */
  readonly harmlessConversions?: string;
  /**
   * Only when these arguments are of these types: `{ $0: 'net/http:ResponseWriter' }`. They are then what the call is
   * about, as a receiver is elsewhere.
   */
  readonly given?: Readonly<Record<string, string>>;
  /** Harmless on a thing with this mark (see `MarkSpec`), or on what that thing gave. */
  readonly unlessMarked?: Mark;
  /** What cannot harm these either is harmless here: an address that may be gone to may be linked. */
  readonly harmlessAs?: readonly Sink[];
  /** Only in a project that somewhere gives a thing of this kind this option. */
  readonly provided?: Provided;
  readonly bind?: Bind;
  /** Free words for fixes: the name of the safe call, of the helper, of the import. */
  readonly fix?: Readonly<Record<string, string>>;
  /** Names a variant of the rule in the message and in `data.variant`. */
  readonly variant?: string;
}

/** Something that is set up once and holds everywhere. */
export interface Provided {
  readonly config: Config;
  readonly option: string;
  readonly is: Literal;
}

/** A call that fills in a template of the project. */
export interface RenderSpec extends Declared {
  readonly at?: Place;
  /** Functions that return a template's name (see `returnOf`): parameters of this type hold its variables. */
  readonly filled?: string;
  /** Which argument names the template: `$0`, `$name`. */
  readonly template: string;
  /**
   * Where the template's variables come from, later ones over earlier ones: the members of an argument (`$1`) or of what
   * the call is made on (`$this`), `keywords` for all named arguments.
   */
  readonly values: readonly string[];
  /** Variables that every template has, by name: `{ request: '$0' }`. */
  readonly also?: Readonly<Record<string, string>>;
  /** Whether values are escaped that the template does not mark. Unknown where the project's set-up decides. */
  readonly escapes?: boolean;
  /** It only says which template is meant by what it returns; a call that is made on that (`$this`) renders it. */
  readonly prepares?: boolean;
  /** It is called in a template, and what that template was given is at hand, too. */
  readonly inherits?: boolean;
}

export interface SanitizerSpec {
  readonly at: Place;
  readonly cleans: 'all' | readonly Sink[];
  /** Which argument becomes clean in the result; all by default. */
  readonly of?: string;
  /** Also cleans its argument or receiver in place (`$0`, `$this`). */
  readonly inPlace?: string;
  /** Values from these sources stay as they are. */
  readonly exceptFrom?: readonly Source[];
}

export interface GuardSpec {
  /** A test call; ends in the selector of what it speaks of (`isUUID($0)`, `*.startsWith($this)`). */
  readonly at: Place;
  /** The branch on which it cleans; true by default. */
  readonly when?: boolean;
  /** `throws`: the call itself throws when the test fails, so what follows is clean. */
  readonly throws?: boolean;
  readonly cleans: 'all' | readonly Sink[];
  /**
   * How sure: `validator` as said; `membership`: only when the collection (receiver or `$n` in `collection`) is made of
   * constants; `prefix`: by the constant in `with`; `pattern`: only when the regular expression is anchored and has no
   * free wildcard.
   */
  readonly kind?: 'validator' | 'membership' | 'prefix' | 'pattern';
  readonly collection?: string;
  readonly with?: string;
}

/** A call on a thing that decides what later calls on it mean: `response.setContentType("application/json")`. */
export interface MarkSpec {
  /** The call; its receiver gets the mark. */
  readonly at: Place;
  /** `origin`: what the receiver was taken from gets it (`w` in `w.Header().Set(…)`). */
  readonly of?: 'origin';
  readonly mark: Mark;
  /** Which of these calls speak of it at all: `{ $0: 'Content-Type' }`. */
  readonly when?: SinkSpec['when'];
  readonly unless?: SinkSpec['unless'];
  /** Arguments that set the mark; any others take it away. */
  readonly by: NonNullable<SinkSpec['when']>;
}

/** An annotation that a framework checks before the code sees the value. Of composed annotations each part counts. */
export interface ConstraintSpec {
  readonly with: readonly string[];
  readonly cleans?: 'all' | readonly Sink[];
  /** The argument with a regular expression that the whole text must fit. */
  readonly pattern?: string;
  /** The argument that names the project's own class with the check, and its method. */
  readonly validator?: { readonly argument: string; readonly method: string };
}

export interface PropagatorSpec {
  readonly at: Place;
  /** `$0`, `$*`, `$this`; everything by default. */
  readonly from?: readonly string[];
  /** `result`, `result[0]` (of several results), `$this`, `$0`, `$1.param(0)` (a callback's parameter); `result` by default. An empty list: taint stops, nothing is cleaned elsewhere. */
  readonly to?: readonly string[];
  /** Undoes an encoding: what was harmless as encoded is what it was before. */
  readonly restores?: boolean;
}

/** A call that keeps a value beyond a request or gives back what was kept, or a thing whose members do. */
export interface StoreSpec {
  readonly kind: StoreKind;
  /**
   * `write`: the call keeps the argument that the place ends in, or its receiver; `read`: its result was kept;
   * `fill`: the argument is filled with what was kept; `names`: its result stands for what the first argument names; `members`: members of the place are kept.
   */
  readonly does: 'write' | 'read' | 'fill' | 'names' | 'members';
  readonly at: Place;
  /** Where the key is: the text of the first argument, the class of the first argument, or the thing it is called on. */
  readonly key?: 'name' | 'argument' | 'thing';
}

/** One option of a configured thing. */
export interface OptionSpec {
  /**
   * Where its value is given, in order of precedence: `$2.secure`, `$0`, `$secure`, `.setSecure($0)`, `.secure`
   * (assignment), `["secure"]`; `result.verified`, `result[1]`: whether the code looks at this part of what the call gives.
   */
  readonly from: readonly string[];
  /** Effective value when it is given nowhere. */
  readonly unset?: Literal;
  /** `unset` is known only in these versions of the library: `{ '>=5': true, '<5': false }`, by the manifest. */
  readonly unsetBy?: Readonly<Record<string, Literal>>;
  /** A setter that switches the option without saying a value (`.disableDtd()`): the value it means. */
  readonly means?: Literal;
  /** The option is whether the list that is given holds one of these; not known where a part of the list is not. */
  readonly holds?: readonly Literal[];
}

export interface ConfigSpec {
  readonly kind: Config;
  /**
   * The call that makes or configures the thing: `Response.cookie()`, `express()`, `new Cookie()` as `Cookie()`. An
   * annotation counts as the call it looks like.
   */
  readonly at?: Place;
  /**
   * The import of the place is enough, whatever is done with it. A list names the specifiers that count, where aliases of
   * the library do not; what lies below them counts as they do.
   */
  readonly imported?: true | readonly string[];
  /** Instead of a call: methods that override these, written `Type.method` with a type of this model, … */
  readonly overriding?: readonly string[];
  /** … whose code does nothing, or answers `true` whatever it is given. */
  readonly body?: 'nothing' | 'true';
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Where its options must be final: the places that use it. Without: the call itself, or the end of the code that made it when options have setters. */
  readonly use?: readonly Place[];
  readonly when?: SinkSpec['when'];
  readonly unless?: SinkSpec['unless'];
  /** As for sinks: arguments that must be of a type, and a mark on the first of them that makes it harmless. */
  readonly given?: SinkSpec['given'];
  readonly unlessMarked?: Mark;
  /** Only in files that are called so, or lie in a folder that is (`settings*`), or that give one of these names. */
  readonly within?: { readonly files: readonly string[]; readonly names: readonly string[] };
  readonly fix?: Readonly<Record<string, string>>;
}

/**
 * A call that takes part in routing. `application` and `router` make a router; `group` makes one below the receiver;
 * `route` adds handlers to the receiver, `use` what runs before the routes that are added later, or routers below it.
 * `access` says what the paths of the receiver need: see `control`; `prefix` is before every declared route; `methods`
 * says the methods of the receiver's route.
 */
export interface RoutingSpec {
  readonly at: Place;
  readonly kind: 'application' | 'router' | 'group' | 'route' | 'use' | 'access' | 'prefix' | 'methods';
  /** The router that it is about, instead of the receiver. `group` and `route`: the call's own result is the router otherwise. */
  readonly of?: string;
  /** Selectors of the path; of several given values each is one. A value that is no text is none. */
  readonly path?: readonly string[];
  /** Methods in so many words, … */
  readonly methods?: readonly string[];
  /** … or where they are given. `$callee`: the name of the member called is the method. */
  readonly method?: readonly string[];
  /** Selectors of handlers and middleware in order; of a `route` the last one is the handler. */
  readonly given?: readonly string[];
  /** Further selectors of what guards it. */
  readonly guards?: readonly string[];
  /** Controls that are there when this is given. */
  readonly controls?: Readonly<Partial<Record<Control, readonly string[]>>>;
  /** For `access`; of a `use` what the call itself puts there. */
  readonly control?: Control;
  /** Libraries whose guards of everything hold for these routes, too. */
  readonly guardedBy?: readonly string[];
  /** A function among the arguments that is called with the group (`$1`). */
  readonly callback?: string;
  /** What is added covers routes wherever they are registered, not only those that come later. */
  readonly covers?: 'all';
  /** A path given here takes the place of the router's own. */
  readonly replacesPrefix?: boolean;
  /** The path is read as `METHOD /path`. */
  readonly methodInPath?: boolean;
  /** A regular expression over the path that is given: `<int:id>`. */
  readonly patterns?: 'regex';
  /** Members of the result that stand for it (`router.urls`). */
  readonly selves?: readonly string[];
  /** A text that names a module means this of what the module exports. */
  readonly moduleMember?: string;
  /** Of handlers that are classes: methods by name of the member; with what follows the path, if something does (`GET /<pk>`). */
  readonly classMethods?: Readonly<Record<string, readonly string[]>>;
  /** The same for classes that get these members from a library: names of the members by supertype. */
  readonly classDefaults?: Readonly<Record<string, readonly string[]>>;
  /** Annotations of a handler that say its methods; an empty list: the annotation's arguments are the methods. */
  readonly handlerMethods?: Readonly<Record<string, readonly string[]>>;
}

/** Handlers that annotations make. Names as in `Annotation.name`; values are methods, `*` any. */
export interface DeclaredRoutesSpec {
  readonly methodsWith: Readonly<Record<string, readonly string[]>>;
  /** Argument of those annotations that names the methods (`method = RequestMethod.POST`). */
  readonly methodArgument?: string;
  /** Arguments that give the path; the first positional one always does. */
  readonly pathArguments: readonly string[];
  /** Annotations that give the path, where they are others than those of the methods. */
  readonly pathWith?: readonly string[];
  /** Annotations of the class that give a prefix. */
  readonly prefixWith: readonly string[];
  /** The class, or one that it extends, must have one of these. */
  readonly classWith?: readonly string[];
  /** Libraries whose `use`, `access` and `prefix` hold for these routes, too. */
  readonly guardedBy?: readonly string[];
}

/** Handlers that a file is by its name: its exported functions, by method, or the one it exports by default. */
export interface RouteFilesSpec {
  /** A regular expression over the path of the file; its first group is the route's path. */
  readonly file: string;
  readonly exports: Readonly<Record<string, readonly string[]>>;
  /** What the file exports guards all routes of the library; `matcher` in its exported `config` says which. */
  readonly isGuard?: boolean;
}

/**
 * What is a guard: a function or middleware at a place (a call of it performs the control), functions and classes that
 * carry or are annotated with `with`, parameters annotated with `parameterWith`.
 */
export interface ControlSpec {
  readonly kind: Control;
  readonly at?: Place;
  readonly with?: readonly string[];
  readonly parameterWith?: readonly string[];
  /** Instead of being one, the annotations' arguments (or the one of this name) name the guards. */
  readonly named?: string;
  /** With `with`: only when an argument says one of these. */
  readonly saying?: readonly string[];
  /** With `with`: not when an argument says one of these. */
  readonly unless?: readonly string[];
  /** A file's exported value of this name lists what runs for every route: when a text in it says one of `saying`. */
  readonly setting?: string;
  /** With `setting`: only for handlers that are classes of this type of the model, and list no guards themselves. */
  readonly forType?: string;
  /** Classes of the project that are of this type of the model run for every route. */
  readonly filterType?: string;
  /** Members of handlers' classes, of these names, that list the guards. */
  readonly members?: readonly string[];
}

export interface DeedSpec {
  readonly kind: Deed;
  /** The call that does it. */
  readonly at: Place;
}

export type LiteralKind = 'string' | 'number' | 'boolean' | 'list' | 'tuple' | 'set' | 'object' | 'regex' | 'bytes';

export interface Model {
  /** Module specifier, package or namespace that places start from; '' for the language's own globals and built-in types. */
  readonly library: string;
  readonly aliases?: readonly string[];
  /** Names for values: by place, by declared type (`type java.sql.Statement`), by parameter names (`params req, res`: see `conventions`). */
  readonly types?: Readonly<Record<string, readonly string[]>>;
  /** The types of this model that values written in the source have: `{ string: 'Text' }`. */
  readonly literals?: Readonly<Partial<Record<LiteralKind, string>>>;
  /** Supertypes within models: a place of the supertype also matches the subtype. */
  readonly extends?: Readonly<Record<string, readonly string[]>>;
  readonly sources?: Readonly<Partial<Record<Source, readonly (Place | SourceSpec)[]>>>;
  readonly sinks?: Readonly<Partial<Record<Sink, readonly (Place | SinkSpec)[]>>>;
  readonly sanitizers?: readonly SanitizerSpec[];
  readonly guards?: readonly GuardSpec[];
  readonly propagators?: readonly PropagatorSpec[];
  readonly marks?: readonly MarkSpec[];
  readonly renders?: readonly RenderSpec[];
  readonly constraints?: readonly ConstraintSpec[];
  readonly stores?: readonly StoreSpec[];
  readonly operations?: Readonly<Partial<Record<Operation, readonly Place[]>>>;
  readonly routing?: readonly RoutingSpec[];
  readonly declaredRoutes?: readonly DeclaredRoutesSpec[];
  readonly routeFiles?: readonly RouteFilesSpec[];
  readonly controls?: readonly ControlSpec[];
  readonly deeds?: readonly DeedSpec[];
  readonly configs?: readonly ConfigSpec[];
  /** Untyped functions whose first parameters have these names are taken for handlers: parameter i has type `types[i]`. */
  readonly conventions?: readonly { readonly parameters: readonly string[]; readonly types: readonly string[] }[];
  /** Declared types whose values cannot carry text an attacker chose: numbers, booleans, UUIDs, enums. */
  readonly scalarTypes?: readonly string[];
  /** Declared types that are immutable: calls on them change nothing. */
  readonly immutableTypes?: readonly string[];
}

/** Checks shape only; gives the literal types to a model file. */
export function model(value: Model): Model {
  return value;
}
