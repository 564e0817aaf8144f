import type { TypeRef } from '../../ir/ir';
import type { Lowering } from './lower-context';
import { annotationName, isAnnotation } from './lower-types';

/** The annotation processor that many projects let write members of their classes. */
const LOMBOK = 'lombok';

/** Annotations that give a class a static logger named `log`, and its type. */
const LOGGERS: Readonly<Record<string, TypeRef>> = {
  'lombok.extern.slf4j.Slf4j': 'org.slf4j.Logger',
  'lombok.extern.slf4j.XSlf4j': 'org.slf4j.ext.XLogger',
  'lombok.extern.log4j.Log4j': 'org.apache.log4j.Logger',
  'lombok.extern.log4j.Log4j2': 'org.apache.logging.log4j.Logger',
  'lombok.extern.java.Log': 'java.util.logging.Logger',
  'lombok.extern.apachecommons.CommonsLog': 'org.apache.commons.logging.Log',
  'lombok.extern.jbosslog.JBossLog': 'org.jboss.logging.Logger',
};

export interface GeneratedField {
  readonly name: string;
  readonly type: TypeRef;
  readonly isStatic: boolean;
}

/** What a declaration is annotated to be given, by simple names: `Getter`, `Data`. */
export interface Generated {
  readonly getters: boolean;
  readonly setters: boolean;
  readonly allArgs: boolean;
  readonly requiredArgs: boolean;
}

function generatorNames(cx: Lowering, n: number): string[] {
  const names: string[] = [];
  const modifiers = n < 0 ? -1 : cx.childOf(n, cx.k.modifiers);
  for (let c = modifiers < 0 ? -1 : cx.first(modifiers); c >= 0; c = cx.after(c)) {
    if (!isAnnotation(cx, c)) continue;
    const name = annotationName(cx, c);
    if (name.startsWith(`${LOMBOK}.`)) names.push(name);
    else if (!name.includes('.') && cx.module.typeScope.some((scope) => scope.startsWith(LOMBOK)))
      names.push(`${LOMBOK}.${name}`);
  }
  return names;
}

/** Fields that an annotation adds to a class. */
export function generatedMembers(cx: Lowering, n: number): GeneratedField[] {
  return generatorNames(cx, n).flatMap((name) => {
    const logger = LOGGERS[name];
    return logger === undefined ? [] : [{ name: 'log', type: logger, isStatic: true }];
  });
}

/** Accessors and constructors that annotations of a class or field ask for. */
export function generated(cx: Lowering, n: number): Generated {
  const names = new Set(generatorNames(cx, n).map((name) => name.slice(LOMBOK.length + 1)));
  const isData = names.has('Data');
  const isValue = names.has('Value');
  return {
    getters: isData || isValue || names.has('Getter'),
    setters: isData || names.has('Setter'),
    allArgs: isValue || names.has('AllArgsConstructor'),
    requiredArgs: isData || names.has('RequiredArgsConstructor'),
  };
}
