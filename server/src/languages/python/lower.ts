import type { FunctionBuilder } from '../../ir/builder';
import type { ModuleIR } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import { handlerTables, kindSet, lowerFile, perGrammar } from '../tree-lowering';
import { chain, slice } from './lower-chains';
import { classDefinition, decoratedDefinition, functionDefinition } from './lower-classes';
import { dictionaryComprehension, generator, listComprehension, setComprehension } from './lower-comprehensions';
import { type Dialect, type ExpressionHandler, Lowering, type StatementHandler } from './lower-context';
import * as expressions from './lower-expressions';
import { lambda } from './lower-functions';
import { kindsOf } from './lower-kinds';
import { number, string } from './lower-literals';
import { matchStatement } from './lower-match';
import { exportNames, importStatement, noteImports } from './lower-modules';
import { declareOwn, NAMING_KINDS, ownNames } from './lower-names';
import * as statements from './lower-statements';

/** Expression kinds, and what is lowered as one where code is broken. */
export const EXPRESSIONS: Readonly<Record<string, ExpressionHandler>> = {
  as_pattern: expressions.asPattern,
  assignment: expressions.assignment,
  attribute: chain,
  augmented_assignment: expressions.augmentedAssignment,
  await: expressions.awaitExpression,
  binary_operator: chain,
  boolean_operator: chain,
  call: chain,
  comparison_operator: expressions.comparison,
  complex_pattern: expressions.complex,
  concatenated_string: string,
  conditional_expression: expressions.conditional,
  dictionary: expressions.dictionary,
  dictionary_comprehension: dictionaryComprehension,
  dictionary_splat: expressions.splat,
  dotted_name: expressions.dottedName,
  ellipsis: (cx, n) => cx.fn.global('Ellipsis', cx.at(n)),
  expression_list: expressions.tuple,
  false: (cx, n) => cx.fn.const(false, cx.at(n)),
  float: number,
  generator_expression: generator,
  identifier: expressions.identifier,
  integer: number,
  lambda,
  list: expressions.list,
  list_comprehension: listComprehension,
  list_pattern: expressions.list,
  list_splat: expressions.splat,
  list_splat_pattern: expressions.splat,
  named_expression: expressions.namedExpression,
  none: (cx, n) => cx.fn.const(null, cx.at(n)),
  not_operator: expressions.not,
  parenthesized_expression: chain,
  parenthesized_list_splat: expressions.splat,
  pattern_list: expressions.tuple,
  set: expressions.set,
  set_comprehension: setComprehension,
  slice,
  string,
  subscript: chain,
  true: (cx, n) => cx.fn.const(true, cx.at(n)),
  tuple: expressions.tuple,
  tuple_pattern: expressions.tuple,
  unary_operator: expressions.unary,
  yield: expressions.yieldExpression,
};

/** Statement kinds. Those that only say what names mean run no code. */
export const STATEMENTS: Readonly<Record<string, StatementHandler>> = {
  assert_statement: statements.assertStatement,
  block: statements.block,
  break_statement: statements.breakStatement,
  class_definition: classDefinition,
  continue_statement: statements.continueStatement,
  decorated_definition: decoratedDefinition,
  delete_statement: statements.deleteStatement,
  exec_statement: statements.execStatement,
  expression_statement: statements.expressionStatement,
  for_statement: statements.forStatement,
  function_definition: functionDefinition,
  future_import_statement: statements.nothing,
  global_statement: statements.nothing,
  if_statement: statements.ifStatement,
  import_from_statement: importStatement,
  import_statement: importStatement,
  match_statement: matchStatement,
  nonlocal_statement: statements.nothing,
  pass_statement: statements.nothing,
  print_statement: statements.printStatement,
  raise_statement: statements.raiseStatement,
  return_statement: statements.returnStatement,
  try_statement: statements.tryStatement,
  type_alias_statement: statements.typeAliasStatement,
  while_statement: statements.whileStatement,
  with_statement: statements.withStatement,
};

const dialectOf = perGrammar(
  (grammar): Dialect => ({
    ...kindsOf(grammar),
    ...handlerTables(grammar, EXPRESSIONS, STATEMENTS),
    naming: kindSet(grammar, NAMING_KINDS),
  }),
);

/** Lowers one file. */
export function lower(tree: SyntaxTree, uri: string, tables?: Tables): ModuleIR {
  return lowerFile(() => new Lowering(tree, uri, dialectOf(tree.grammar), tables), lowerModule);
}

function lowerModule(cx: Lowering, fn: FunctionBuilder): void {
  const { tree } = cx;
  const root = 0;
  cx.moduleFn = fn;
  cx.within(fn, undefined, () => {
    noteImports(cx);
    const names = ownNames(cx, root);
    declareOwn(cx, names);
    for (const name of names.assigned.keys()) cx.exportedNames.add(name);
    if (tree.isError(root)) cx.unknown(root);
    else statements.block(cx, root);
    exportNames(cx);
    fn.finish();
  });
}
