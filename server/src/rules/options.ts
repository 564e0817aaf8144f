import type { ConstantValue } from '../ir/ir';
import { isSessionCookieName, mustBeUnguessable } from './lexicon';
import type { ConfigFacts, OptionValue, Severity } from './rule';

/** Whether every value the option can have is one of these. An unknown value never is: what is not known is not reported. */
export function isOneOf(option: OptionValue, values: readonly ConstantValue[]): boolean {
  return !!option.values?.length && option.values.every((value) => values.includes(value));
}

/** Whether the option can have this value on some path. */
export function mayBe(option: OptionValue, value: ConstantValue): boolean {
  return option.values?.includes(value) ?? false;
}

/** Given in the code, but by something whose value is not known. */
export function isUnknown(option: OptionValue): boolean {
  return option.isSet && option.values === undefined;
}

/** Neither given in the code nor known by default: the library has no such option. */
export function isAbsent(option: OptionValue): boolean {
  return !option.isSet && option.values === undefined;
}

export function strings(option: OptionValue): string[] {
  return (option.values ?? []).filter((value) => typeof value === 'string');
}

/** Strings given alone or in a list. */
export function stringsWithin(option: OptionValue): string[] {
  return [...strings(option), ...(option.elements ?? []).filter((value) => typeof value === 'string')];
}

/** The largest number that the option can have; undefined when it can be something else. */
export function largest(option: OptionValue): number | undefined {
  const numbers = (option.values ?? []).map((value) => (typeof value === 'string' ? Number.parseFloat(value) : value));
  return numbers.length > 0 && numbers.every((value) => typeof value === 'number' && !Number.isNaN(value))
    ? Math.max(...(numbers as number[]))
    : undefined;
}

/** The one constant string the option has, or undefined. */
export function onlyString(option: OptionValue): string | undefined {
  const [first, ...rest] = option.values ?? [];
  return typeof first === 'string' && rest.every((value) => value === first) ? first : undefined;
}

/** The one constant number the option has, also written as a text. */
export function onlyNumber(option: OptionValue): number | undefined {
  const [first, ...rest] = option.values ?? [];
  const number = typeof first === 'string' && /^\d+$/.test(first) ? Number(first) : first;
  return typeof number === 'number' && rest.every((value) => value === first) ? number : undefined;
}

const SECONDS: Readonly<Record<string, number>> = {
  millis: 0.001,
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  weeks: 7 * 86_400,
};

/** The seconds of a duration as it is written: `timedelta(days=30)`, `Duration.ofDays(30)`. */
export function writtenDuration(text: string): number | undefined {
  const match = /^[\w.]*\(\s*(\w+)\s*=\s*(\d+)\s*\)$/.exec(text) ?? /^[\w.]*\.of(\w+)\(\s*(\d+)\s*\)$/.exec(text);
  const unit = match && SECONDS[match[1].toLowerCase()];
  return match && unit ? unit * Number(match[2]) : undefined;
}

/** Files that say by their names that they are for one's own machine. */
const FOR_DEVELOPMENT = /(?:^|[/._-])(?:dev|devel|development|local|debug|test|tests|testing|ci)(?=[/._-]|$)/i;

/** What is below the project's own folder is not known here; the last three parts of a path say enough. */
export function isForDevelopment(file: string): boolean {
  return FOR_DEVELOPMENT.test(file.split('/').slice(-3).join('/'));
}

/**
 * Whether a function given as an option agrees to anything: nothing but `true`, nothing at all, or a callback told
 * `true`. Read from its text, because such functions are one expression long wherever they occur.
 */
export function acceptsEverything(text: string): boolean {
  const flat = text.replace(/\s+/g, ' ').trim();
  const head =
    /^(?:async )?(?:func(?:tion)? ?\w* ?\([^)]*\) ?(?:bool )?|\([^)]*\)(?: ?: ?[\w<>| ]+)? ?(?:=>|->) ?|\w+ ?(?:=>|->) ?|lambda[^:]*: ?)/;
  const match = head.exec(flat);
  if (!match) return false;
  let body = flat.slice(match[0].length).trim();
  if (body.startsWith('{') && body.endsWith('}')) body = body.slice(1, -1).trim();
  body = body
    .replace(/^return\b ?/, '')
    .replace(/;$/, '')
    .trim();
  return /^(?:|true|True|undefined|null|None|void 0|\w+\( ?null ?, ?true ?\))$/.test(body);
}

/** `SameSite` as browsers know it, whether written as a text or by the name of a constant: `http.SameSiteLaxMode`. */
export function sameSiteOf(option: OptionValue): string | undefined {
  return onlyString(option)
    ?.replace(/^.*[.#]/, '')
    .replace(/^SameSite(\w+)Mode$/, '$1');
}

/** How the message names a cookie. */
export function cookieName(facts: ConfigFacts): { readonly name: string | undefined; readonly words: string } {
  const name = onlyString(facts.option('name'));
  if (name) return { name, words: `The cookie ${name}` };
  return { name: undefined, words: facts.kind === 'session-cookie' ? 'The session cookie' : 'This cookie' };
}

/**
 * The rules' own severity (undefined) for cookies that carry an identity: those of session frameworks, those whose name
 * is in the session lexicon, those whose value is named like a secret. A hint for all others, also where the name is not known.
 */
export function cookieSeverity(facts: ConfigFacts, option?: string): Severity | undefined {
  if (facts.kind === 'session-cookie') return undefined;
  // Somebody switched it off in so many words.
  if (option !== undefined && facts.option(option).isSet && isOneOf(facts.option(option), [false])) return undefined;
  const names = strings(facts.option('name'));
  if (names.some(isSessionCookieName)) return undefined;
  const value = facts.option('value');
  return value.isSet && value.values === undefined && mustBeUnguessable(lastName(value.text)) ? undefined : 'hint';
}

/** `user.session.token` → `token`, `createToken(user)` → `createToken`: the name that says what the value is. */
function lastName(text: string): string {
  const called = /^(?:await )?(?:[\w$]+(?:\.|->|::))*([\w$]+)\(/.exec(text);
  return called ? called[1] : (/([\w$]+)\W*$/.exec(text)?.[1] ?? '');
}

/** A cookie that is emptied or expires at once is being removed. */
export function isCookieRemoval(facts: ConfigFacts): boolean {
  return isOneOf(facts.option('value'), ['', null]) || isOneOf(facts.option('maxAge'), [0, '0']);
}
