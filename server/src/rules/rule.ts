import type { Severity, Step } from '../base/finding';
import type { Guard, Route, RoutePlace } from '../facts/route';
import type { Config, Deed, Sink, Source } from '../facts/vocabulary';
import type { ConstantValue } from '../ir/ir';

export type { Severity };

/** Layers group findings in views; see the catalogue's conventions. */
export type Layer =
  | 'edge'
  | 'transport'
  | 'authentication'
  | 'authorization'
  | 'input'
  | 'interpreter'
  | 'output'
  | 'data'
  | 'logging'
  | 'platform'
  | 'supply-chain'; // prettier-ignore

/** What every rule says about itself: hover, SARIF help, rule page and chat are made of it. */
export interface RuleText {
  readonly id: string;
  readonly title: string;
  readonly cwe: readonly number[];
  /** `A03:2021`, `A05:2025`. */
  readonly owasp: readonly string[];
  readonly api?: readonly string[];
  readonly asvs?: readonly string[];
  readonly severity: Severity;
  /** Findings at error and warning are meant to be true: how sure this rule is. */
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
  readonly profile: 'recommended' | 'strict';
  readonly layer: Layer;
  /** Why it matters, in two or three sentences. */
  readonly why: string;
  /** How to do it right, first layer. */
  readonly fix: string;
  /** What to add behind it. */
  readonly secondLayer: string;
  /** How to notice an attempt. */
  readonly detection: string;
  readonly tradeOffs: string;
  readonly references: readonly string[];
  /** Also reported in test, fixture and example files (secrets). */
  readonly inTests?: boolean;
  /** One finding says it all for a call, however many of its arguments are concerned. */
  readonly perCall?: boolean;
  /** What one file does once it does everywhere: the first finding has the rule's severity, the others are information. */
  readonly perFile?: boolean;
  /** One finding says it all for a function, however often it is done there. */
  readonly perFunction?: boolean;
  /** Rules of one family report once per place, the first of these wins. */
  readonly family?: { readonly name: string; readonly rank: number };
  /** Ids of fixes, best first. */
  readonly fixes: readonly string[];
}

/** What a flow rule's message may use. */
export interface FlowFacts {
  /** Source text of where the value enters, shortened (`req.query.id`). */
  readonly source: string;
  readonly sourceKind: Source;
  /** Source text of the callee at the sink (`db.query`). */
  readonly sink: string;
  /** Source text of the whole call at the sink. */
  readonly call?: string;
  readonly variant: string | undefined;
  /** Of a value that is known by its name: the name. */
  readonly name?: string;
  /** The part of a URL that the value was put into. */
  readonly urlPart?: 'query' | 'user' | undefined;
  /** Which of the rule's sinks it is. */
  readonly use?: Sink;
  /** Name of the function around the sink, and path of its file. */
  readonly around?: string;
  readonly file?: string;
  /** What is written right behind the sink: the branch that a condition leads to. */
  readonly after?: string;
}

export interface FlowRule extends RuleText {
  readonly shape: 'flow';
  readonly from: readonly Source[];
  readonly to: readonly Sink[];
  message(facts: FlowFacts): string;
  /** Whether it is about such a flow at all; it is about all by default. */
  applies?(facts: FlowFacts): boolean;
  /** Words for fixes, beside those of the model. */
  readonly words?: Readonly<Record<string, string>>;
  /** Silent where the project has one of these anywhere: it may do there what is missing here. */
  unlessProjectHas?(facts: FlowFacts): readonly Config[];
  /** A variant that follows from the value rather than from the sink. */
  variantOf?(facts: FlowFacts): string | undefined;
  /** Severity of a variant or source kind that differs from the rule's. */
  severityOf?(facts: FlowFacts): Severity | undefined;
}

export interface OptionValue {
  /** Known constant values; undefined when the value is not known. An unset option has its default here. */
  readonly values: readonly ConstantValue[] | undefined;
  /** Constants inside a list, set or object given as value. */
  readonly elements: readonly ConstantValue[] | undefined;
  readonly isSet: boolean;
  /** As it is written; of a function of the program, its whole text. */
  readonly text: string;
  /** What a text begins with, as far as that is known. */
  readonly prefix?: string | undefined;
  /** Whether it is a function of the program. */
  readonly isFunction: boolean;
  /** Whether a value an attacker chooses reaches it. */
  readonly tainted: boolean;
}

export interface ConfigFacts {
  readonly kind: Config;
  /** Source text of the call (`res.cookie`). */
  readonly callee: string;
  /** Path of the file it stands in: some settings are meant for one's own machine. */
  readonly file: string;
  /** Whether the file's text has such words: what makes a setting harmless may stand beside it. */
  mentions(words: RegExp): boolean;
  /** Always defined: an unknown option name gives an unknown value. */
  option(name: string): OptionValue;
  has(name: string): boolean;
  /** Whether the thing has this option at all. */
  offers(name: string): boolean;
  readonly fixWords: Readonly<Record<string, string>>;
  /** Name that the thing or its result is bound to; '' for none. */
  readonly boundName: string;
  /** Name of the function that it is made in, and names of that function's parameters. */
  readonly functionName: string;
  readonly parameters: readonly string[];
  /** What else happens where it is done. */
  readonly around: Surroundings;
}

/** The code around something, as far as it is in one file: what is called, what it is called itself, its text. */
export interface Surroundings {
  readonly calls: readonly string[];
  readonly names: readonly string[];
  readonly text: string;
  /** The text of the function that all of this is in. */
  readonly outermost: string;
  /** The lines that the thing itself is on, with those before. */
  readonly lines: string;
}

export interface ConfigProblem {
  readonly message: string;
  /** The option that the range points at when it is set; else the whole call. */
  readonly option?: string;
  readonly severity?: Severity;
  readonly variant?: string;
  /** Nothing to say where code of the program that is not a part of the page hands over what it is. */
  readonly unlessGiven?: boolean;
}

export interface SettingRule extends RuleText {
  readonly shape: 'setting';
  readonly of: readonly Config[];
  check(facts: ConfigFacts): ConfigProblem | undefined;
}

/** A control the project should have somewhere: reported on the thing that needs it when it is found nowhere. */
export interface DutyRule extends RuleText {
  readonly shape: 'duty';
  /** The thing that needs the control. */
  readonly of: readonly Config[];
  /** Only a project that has one of these needs it. */
  readonly given?: readonly Config[];
  /** Met when any of these exists in the project and is not switched off. */
  readonly metBy: readonly Config[];
  /** What is wrong with a control that somebody switched off. */
  switchedOff?(facts: ConfigFacts): ConfigProblem | undefined;
  message(facts: ConfigFacts): string;
}

export interface LiteralFacts {
  /** The literal's value. */
  readonly value: string;
  /** The text that it is a piece of, with `{}` for what is put in. */
  readonly whole?: string;
  /** Name it is bound to: variable, property, keyword, parameter of the call it is given to; '' for none. */
  readonly name: string;
  /** Whether it is an argument of a call modelled as taking a credential. */
  readonly isCredential: boolean;
  /** How it is used: a default beside an environment read, an argument, a plain binding. */
  readonly use: 'binding' | 'argument' | 'fallback' | 'none';
  /** For `fallback`: the name of what is read, as it stands in the source (`JWT_SECRET`). */
  readonly beside?: string;
  /** For credentials: what takes it, … */
  readonly taker?: Config;
  /** … and the constant text of another option of that. */
  readonly option?: (name: string) => string | undefined;
  readonly inTest: boolean;
}

export interface LiteralRule extends RuleText {
  readonly shape: 'literal';
  /** The kinds of calls whose credentials it is about. */
  readonly takers?: readonly Config[];
  check(facts: LiteralFacts): LiteralProblem | undefined;
}

export interface LiteralProblem {
  readonly message: string;
  readonly severity?: Severity;
  readonly variant?: string;
  /** For fixes, in place of the model's. */
  readonly words?: Readonly<Record<string, string>>;
}

/** What a rule over the route inventory sees of a route. */
export interface RouteFacts {
  readonly route: Route;
  /** What its handler does, with all that it calls. */
  readonly deeds: ReadonlySet<Deed>;
  /** Names of what it calls on the way, whether or not anybody knows them. */
  readonly calls: ReadonlySet<string>;
  /** Guards that are registered too late to cover it. */
  readonly late: readonly Guard[];
}

export interface InventoryFacts {
  /** Every route of the program, by path. */
  readonly routes: readonly RouteFacts[];
  /** The source at a place. */
  text(place: RoutePlace): string;
  /** Things of a kind that are configured anywhere in the program. */
  configs(kind: Config): readonly ConfigFacts[];
  /** What the program imports: module specifiers, packages and their members. */
  readonly imports: readonly string[];
}

export interface RouteProblem {
  readonly of: RouteFacts;
  readonly message: string;
  readonly severity?: Severity;
  readonly variant?: string;
  /** Places that show what is meant: a peer with the guard. */
  readonly beside?: readonly Step[];
  /** Words for fixes. */
  readonly words?: Readonly<Record<string, string>>;
  /** Without the evidence that the recommended profile asks for. */
  readonly onlyStrict?: boolean;
}

/** Code over the route inventory: what a route lacks shows only beside other routes. */
export interface CheckRule extends RuleText {
  readonly shape: 'check';
  check(facts: InventoryFacts): readonly RouteProblem[];
}

/** One call or one comparison, as it is written. */
export interface ActFacts {
  /** For comparisons `==`, `!=` and the like, or `in`; `handler` for what is answered where an error is handled; '' for calls. */
  readonly operator: string;
  /** Source text of what is called, and its last name. */
  readonly callee: string;
  readonly name: string;
  /** What is compared, or the receiver (empty for none) and the arguments. */
  readonly operands: readonly Operand[];
  /** Path of the file it stands in. */
  readonly file: string;
  readonly around: Surroundings;
}

export interface Operand {
  /** Source text of what made the value, where the file says so: `req.get('origin')` for a variable that holds it. */
  readonly text: string;
  readonly constant: ConstantValue;
  /** Name of the keyword it is given by; '' for none. */
  readonly keyword: string;
}

export interface ActProblem {
  readonly message: string;
  readonly severity?: Severity;
  readonly variant?: string;
  /** The operand that the range points at; else the whole. */
  readonly operand?: number;
  /** Only where nothing in the project is evidence (`ActRule.evidence`), it is left to the strict profile. */
  readonly onlyStrict?: boolean;
  /** For fixes: words, and the one that is about this. */
  readonly words?: Readonly<Record<string, string>>;
  readonly option?: string;
}

/** Something that is done, known by its words: where no library is concerned, names are all there is. */
export interface ActRule extends RuleText {
  readonly shape: 'act';
  /** Source texts of what is called in a project that cares: its findings are then not for the strict profile alone. */
  readonly evidence?: RegExp;
  check(facts: ActFacts): ActProblem | undefined;
}

export type Rule = ActRule | CheckRule | FlowRule | SettingRule | DutyRule | LiteralRule;

type Without<T extends Rule> = Omit<T, 'shape'>;
export const flow = (rule: Without<FlowRule>): FlowRule => ({ ...rule, shape: 'flow' });
export const setting = (rule: Without<SettingRule>): SettingRule => ({ ...rule, shape: 'setting' });
export const duty = (rule: Without<DutyRule>): DutyRule => ({ ...rule, shape: 'duty' });
export const act = (rule: Without<ActRule>): ActRule => ({ ...rule, shape: 'act' });
export const check = (rule: Without<CheckRule>): CheckRule => ({ ...rule, shape: 'check' });
export const literal = (rule: Without<LiteralRule>): LiteralRule => ({ ...rule, shape: 'literal' });
