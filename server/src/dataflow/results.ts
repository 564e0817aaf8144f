import type { SinkSpec } from '../facts/model';
import type { CallEffect } from '../facts/resolve';
import type { Control, Deed, Sink } from '../facts/vocabulary';
import type { FunctionIR, ValueId } from '../ir/ir';
import type { ModuleEntry } from './program';
import type { RoutingEvent } from './routing';
import type { StoredWrite } from './stores';
import type { Taint, Value } from './value';

/** An untrusted value at a place where it can do harm. Offsets are absolute. */
export interface FlowHit {
  readonly kind: Sink;
  readonly spec: SinkSpec | undefined;
  readonly taint: Taint;
  readonly module: ModuleEntry;
  readonly functionId: number;
  readonly instruction: number;
  readonly value: ValueId;
  readonly start: number;
  readonly end: number;
  readonly callee: string;
}

export interface OptionState {
  readonly isSet: boolean;
  /** undefined: the option has no value that is known. */
  readonly value: Value | undefined;
  readonly isKnown: boolean;
  readonly text: string;
  /** Where it is given, in the module of the configured thing; -1 where that is elsewhere. */
  readonly start: number;
  readonly end: number;
  /** Constants in a list, set or object that is given. */
  readonly elements: readonly unknown[] | undefined;
  readonly literalInstruction: number;
}

type ConfigEffect = Extract<CallEffect, { what: 'config' }>;

/** Something with options, from the call that makes it to the end of the code that can still change them. */
export class ConfiguredThing {
  readonly options = new Map<string, OptionState>();
  isUsed = false;
  /** What is said of it depends on the text of its whole file. */
  isFileRead = false;
  /** Given to code that nobody knows, which may have set more. */
  hasEscaped = false;

  constructor(
    readonly effect: ConfigEffect,
    readonly module: ModuleEntry,
    readonly functionId: number,
    readonly instruction: number,
    readonly start: number,
    readonly end: number,
    readonly callee: string,
    readonly boundName: string,
    /** Identity of the branch it was made in, to tell setters that always run from those that may. */
    readonly arm: object,
  ) {}
}

export interface ConfigSnapshot {
  readonly thing: ConfiguredThing;
  readonly options: ReadonlyMap<string, OptionState>;
}

/** What a function does itself, and which functions it calls: what a handler does with all that it calls follows. */
export interface FunctionDeeds {
  readonly module: ModuleEntry;
  readonly deeds: Map<string, { readonly kind: Deed | Control; readonly start: number; readonly end: number }>;
  readonly calls: Map<FunctionIR, ModuleEntry>;
}

export interface FunctionRef {
  readonly module: ModuleEntry;
  readonly fn: FunctionIR;
}

/** What evaluating some code found. */
export interface Results {
  readonly hits: Map<string, FlowHit>;
  readonly configs: Map<string, ConfigSnapshot[]>;
  /** Values of requests that are kept for others. */
  readonly writes: Map<string, StoredWrite>;
  /** What was said of routes, in the order of the evaluation. */
  readonly routing: RoutingEvent[];
  readonly deeds: Map<FunctionIR, FunctionDeeds>;
  /** Set when something was cut short. */
  partial: boolean;
}

export function newResults(): Results {
  return { hits: new Map(), configs: new Map(), writes: new Map(), routing: [], deeds: new Map(), partial: false };
}

export function addHit(results: Results, hit: FlowHit): void {
  const variant = hit.spec?.variant ?? '';
  const key = `${hit.kind}|${variant}|${hit.module.uri}|${hit.start}|${hit.end}|${hit.taint.source.kind}|${hit.taint.source.name ?? storedAs(hit.taint)}`;
  const known = results.hits.get(key);
  if (!known || isBetter(hit.taint, known.taint)) results.hits.set(key, hit);
}

/** Halves of flows are as many as there are keys. */
function storedAs({ source: { stores, field } }: Taint): string {
  return stores ? `${stores.map(({ kind, name }) => `${kind} ${name}`).join()}.${field ?? ''}` : '';
}

/** Certain before guessed, then the shorter explanation. */
function isBetter(a: Taint, b: Taint): boolean {
  if (a.isGuess !== b.isGuess) return b.isGuess;
  return (a.step?.length ?? 0) < (b.step?.length ?? 0);
}

export function mergeResults(into: Results, from: Results): void {
  for (const hit of from.hits.values()) addHit(into, hit);
  for (const [key, snapshots] of from.configs) {
    const list = into.configs.get(key);
    if (list) list.push(...snapshots.slice(0, Math.max(0, MAX_SNAPSHOTS - list.length)));
    else into.configs.set(key, [...snapshots]);
  }
  into.routing.push(...from.routing);
  for (const [fn, { module, deeds, calls }] of from.deeds) {
    const own = deedsOf(into, module, fn);
    for (const [key, deed] of deeds) own.deeds.set(key, deed);
    for (const [called, home] of calls) own.calls.set(called, home);
  }
  for (const [place, write] of from.writes) if (!into.writes.has(place)) into.writes.set(place, write);
  into.partial ||= from.partial;
}

const MAX_SNAPSHOTS = 12;

export function addConfig(results: Results, snapshot: ConfigSnapshot): void {
  const { thing } = snapshot;
  const key = `${thing.effect.spec.kind}|${thing.module.uri}|${thing.start}|${thing.end}`;
  const list = results.configs.get(key);
  if (!list) results.configs.set(key, [snapshot]);
  else if (list.length < MAX_SNAPSHOTS) list.push(snapshot);
}

export function deedsOf(results: Results, module: ModuleEntry, fn: FunctionIR): FunctionDeeds {
  let found = results.deeds.get(fn);
  if (!found) {
    found = { module, deeds: new Map(), calls: new Map() };
    results.deeds.set(fn, found);
  }
  return found;
}
