import type { NodeSet } from '../facts/resolve';
import type { ClassIR, FunctionIR, TypeRef } from '../ir/ir';
import type { Frame } from './frame';
import type { HeapObject } from './heap';
import type { ModuleEntry } from './module-entry';
import type { Value } from './value';

export { ModuleEntry } from './module-entry';

/** A class as a value. `statics` holds what is written to the class itself. */
export interface ClassRef {
  readonly module: ModuleEntry;
  readonly cls: ClassIR;
  readonly env: Frame | undefined;
  readonly statics: HeapObject;
}

/** A function with the activation whose variables it captured. */
export interface Closure {
  readonly module: ModuleEntry;
  readonly fn: FunctionIR;
  readonly env: Frame | undefined;
  /** The class it is a member of. */
  readonly cls: ClassRef | undefined;
  /** Set when it was taken off an object or bound: its receiver. */
  readonly receiver: Value | undefined;
  /** Arguments given by `bind`. */
  readonly bound?: readonly Value[];
  /** What is written to the function itself, its prototype among that; made when somebody asks. */
  members?: HeapObject;
}

export interface ClassPlace {
  readonly module: ModuleEntry;
  readonly cls: ClassIR;
}

export interface ResolvedType {
  readonly classes: readonly ClassPlace[];
  readonly nodes: NodeSet;
  readonly isScalar: boolean;
  readonly isText: boolean;
  readonly isList: boolean;
}

export interface Superclasses {
  readonly classes: readonly ClassPlace[];
  /** What instances are for a library. */
  readonly nodes: NodeSet;
  /** What the class itself is for a library. */
  readonly statics: NodeSet;
}

/** All files, and how they name each other. What is asked is noted, so that results can be dropped when it changes. */
export interface Program {
  readonly modules: ReadonlyMap<string, ModuleEntry>;
  /** The file an import means, or any file of the package it means; undefined for libraries. */
  resolveImport(from: ModuleEntry, specifier: string): ModuleEntry | undefined;
  /** Where files share their names: the one of a module's package that declares this name. */
  homeOf(module: ModuleEntry, name: string): ModuleEntry | undefined;
  /** The class as it is declared, for a part of it in another file. */
  wholeOf(place: ClassPlace): ClassPlace;
  /** What other files of the package add to a class. */
  partsOf(place: ClassPlace): readonly ClassPlace[];
  resolveType(from: ModuleEntry, type: TypeRef): ResolvedType;
  /** Keys and values of a file of the project that code names by a path, when only one file has that path's end. */
  resource(name: string): Readonly<Record<string, string>> | undefined;
  /** The template that code of a file means by a name or a path, when one is there. */
  templateNamed(name: string, from: ModuleEntry): ModuleEntry | undefined;
  /** Classes that name this one as their supertype, directly or not. */
  subclassesOf(place: ClassPlace): readonly ClassPlace[];
  superclassesOf(place: ClassPlace): Superclasses;
}
