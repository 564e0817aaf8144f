import type { FunctionBuilder } from '../../ir/builder';
import type { ModuleIR } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import { handlerTables, kindSet, lowerFile, perGrammar } from '../tree-lowering';
import { blockStatement, hoistVars, statementList } from './lower-blocks';
import { brokenCode } from './lower-broken';
import { chain } from './lower-chains';
import { classExpression } from './lower-classes';
import { type Dialect, type ExpressionHandler, Lowering, type StatementHandler } from './lower-context';
import {
  classDeclaration,
  enumDeclaration,
  functionDeclaration,
  importAlias,
  interfaceDeclaration,
  namespaceDeclaration,
  namespaceStatement,
  nothing,
  variableDeclaration,
} from './lower-declarations';
import * as expressions from './lower-expressions';
import { functionValue } from './lower-functions';
import { jsxElement, jsxExpression, jsxText } from './lower-jsx';
import { kindsOf } from './lower-kinds';
import { number, regex, string, templateString } from './lower-literals';
import { exportStatement, flushExports, importStatement, noteCommonExports } from './lower-modules';
import * as statements from './lower-statements';

/** Expression kinds of all dialects, and what is lowered as one where code is broken. */
export const EXPRESSIONS: Readonly<Record<string, ExpressionHandler>> = {
  array: expressions.array,
  array_pattern: expressions.patternValue,
  arrow_function: functionExpression,
  as_expression: chain,
  assignment_expression: expressions.assignment,
  assignment_pattern: expressions.assignmentPattern,
  augmented_assignment_expression: expressions.augmentedAssignment,
  await_expression: expressions.awaitExpression,
  binary_expression: chain,
  call_expression: chain,
  class: classExpression,
  false: (cx, n) => cx.fn.const(false, cx.at(n)),
  function_expression: functionExpression,
  generator_function: functionExpression,
  html_character_reference: jsxText,
  identifier: expressions.identifier,
  import: (cx, n) => cx.fn.global('import', cx.at(n)),
  instantiation_expression: chain,
  internal_module: namespaceDeclaration,
  jsx_element: jsxElement,
  jsx_expression: jsxExpression,
  jsx_self_closing_element: jsxElement,
  jsx_text: jsxText,
  member_expression: chain,
  meta_property: expressions.metaProperty,
  new_expression: expressions.newExpression,
  non_null_expression: chain,
  null: (cx, n) => cx.fn.const(null, cx.at(n)),
  number,
  object: (cx, n) => expressions.object(cx, n),
  object_assignment_pattern: expressions.assignmentPattern,
  object_pattern: expressions.patternValue,
  parenthesized_expression: chain,
  regex,
  satisfies_expression: chain,
  sequence_expression: expressions.sequence,
  // These two are values only where code is broken.
  shorthand_property_identifier: expressions.identifier,
  shorthand_property_identifier_pattern: expressions.identifier,
  spread_element: expressions.spread,
  string,
  subscript_expression: chain,
  super: (cx, n) => cx.fn.global('super', cx.at(n)),
  template_string: templateString,
  ternary_expression: expressions.ternary,
  this: (cx, n) => cx.thisValue(cx.at(n)),
  true: (cx, n) => cx.fn.const(true, cx.at(n)),
  type_assertion: expressions.typeAssertion,
  unary_expression: expressions.unary,
  undefined: (cx, n) => cx.fn.const(undefined, cx.at(n)),
  update_expression: expressions.update,
  yield_expression: expressions.yieldExpression,
};

/** Statement kinds of all dialects. Those that only describe run no code. */
export const STATEMENTS: Readonly<Record<string, StatementHandler>> = {
  abstract_class_declaration: classDeclaration,
  abstract_method_signature: nothing,
  ambient_declaration: nothing,
  break_statement: statements.breakStatement,
  class_declaration: classDeclaration,
  continue_statement: statements.continueStatement,
  debugger_statement: nothing,
  do_statement: statements.doStatement,
  empty_statement: nothing,
  enum_declaration: enumDeclaration,
  export_statement: exportStatement,
  expression_statement: statements.expressionStatement,
  for_in_statement: statements.forInStatement,
  for_statement: statements.forStatement,
  function_declaration: functionDeclaration,
  function_signature: nothing,
  generator_function_declaration: functionDeclaration,
  hash_bang_line: nothing,
  if_statement: statements.ifStatement,
  import_alias: importAlias,
  import_statement: importStatement,
  index_signature: nothing,
  interface_declaration: interfaceDeclaration,
  labeled_statement: statements.labeledStatement,
  lexical_declaration: variableDeclaration,
  // A method outside of a class or object: code that is being typed.
  method_definition: (cx, n) => void expressions.objectMethod(cx, n, false),
  method_signature: nothing,
  module: namespaceStatement,
  return_statement: statements.returnStatement,
  statement_block: blockStatement,
  switch_statement: statements.switchStatement,
  throw_statement: statements.throwStatement,
  try_statement: statements.tryStatement,
  type_alias_declaration: nothing,
  using_declaration: variableDeclaration,
  variable_declaration: variableDeclaration,
  while_statement: statements.whileStatement,
  with_statement: statements.withStatement,
};

/** Nodes that statements sit in, and through which `var` is hoisted. */
const NESTS = [
  'catch_clause',
  'do_statement',
  'else_clause',
  'export_statement',
  'finally_clause',
  'for_in_statement',
  'for_statement',
  'if_statement',
  'labeled_statement',
  'statement_block',
  'switch_body',
  'switch_case',
  'switch_default',
  'switch_statement',
  'try_statement',
  'while_statement',
  'with_statement',
  'ERROR',
]; // prettier-ignore

function functionExpression(cx: Lowering, n: number): number {
  return functionValue(cx, n);
}

const dialectOf = perGrammar(
  (grammar): Dialect => ({
    ...kindsOf(grammar),
    ...handlerTables(grammar, EXPRESSIONS, STATEMENTS),
    nests: kindSet(grammar, NESTS),
  }),
);

/** Lowers one file of any dialect. */
export function lower(tree: SyntaxTree, uri: string, tables?: Tables): ModuleIR {
  return lowerFile(() => new Lowering(tree, uri, dialectOf(tree.grammar), tables), lowerModule);
}

function lowerModule(cx: Lowering, fn: FunctionBuilder): void {
  const { tree } = cx;
  cx.hasDocumentedTypes = cx.k.required_parameter < 0 && tree.text.includes('@param');
  const root = 0;
  cx.within(fn, false, () => {
    noteCommonExports(cx, root);
    hoistVars(cx, root);
    if (tree.isError(root)) brokenCode(cx, root);
    else statementList(cx, root);
    flushExports(cx);
    fn.finish();
  });
}
