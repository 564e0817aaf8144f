import type { FunctionBuilder } from '../../ir/builder';
import type { ModuleIR } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import { handlerTables, lowerFile, perGrammar } from '../tree-lowering';
import { brokenCode } from './lower-broken';
import { chain } from './lower-chains';
import { type Dialect, type ExpressionHandler, Lowering, type StatementHandler } from './lower-context';
import * as expressions from './lower-expressions';
import { constructorCall, lambda, looseMethod, methodReference } from './lower-functions';
import { kindsOf } from './lower-kinds';
import { character, number, string } from './lower-literals';
import { noteDeclarations } from './lower-modules';
import { identifier } from './lower-names';
import * as statements from './lower-statements';
import { switchExpression, switchStatement } from './lower-switch';

export const EXPRESSIONS: Readonly<Record<string, ExpressionHandler>> = {
  array_access: chain,
  array_creation_expression: expressions.arrayCreation,
  array_initializer: expressions.arrayInitializer,
  assignment_expression: expressions.assignment,
  binary_expression: chain,
  binary_integer_literal: number,
  cast_expression: expressions.castExpression,
  character_literal: character,
  class_literal: expressions.classLiteral,
  decimal_floating_point_literal: number,
  decimal_integer_literal: number,
  false: (cx, n) => cx.fn.const(false, cx.at(n)),
  field_access: chain,
  hex_floating_point_literal: number,
  hex_integer_literal: number,
  identifier,
  instanceof_expression: chain,
  lambda_expression: lambda,
  method_invocation: chain,
  method_reference: methodReference,
  null_literal: (cx, n) => cx.fn.const(null, cx.at(n)),
  object_creation_expression: expressions.objectCreation,
  octal_integer_literal: number,
  parenthesized_expression: chain,
  string_literal: string,
  super: (cx, n) => cx.fn.global('super', cx.at(n)),
  switch_expression: switchExpression,
  template_expression: expressions.templateExpression,
  ternary_expression: expressions.ternary,
  this: expressions.thisExpression,
  true: (cx, n) => cx.fn.const(true, cx.at(n)),
  unary_expression: expressions.unary,
  update_expression: expressions.update,
};

/** Statements, and declarations wherever they may stand while code is being typed. Those that only describe run no code. */
export const STATEMENTS: Readonly<Record<string, StatementHandler>> = {
  annotation: statements.nothing,
  annotation_type_declaration: statements.localClass,
  assert_statement: statements.assertStatement,
  block: statements.blockStatement,
  break_statement: statements.breakStatement,
  class_declaration: statements.localClass,
  constant_declaration: statements.variableDeclaration,
  constructor_declaration: looseMethod,
  continue_statement: statements.continueStatement,
  do_statement: statements.doStatement,
  enhanced_for_statement: statements.enhancedForStatement,
  enum_declaration: statements.localClass,
  explicit_constructor_invocation: constructorCall,
  expression_statement: statements.expressionStatement,
  field_declaration: statements.variableDeclaration,
  for_statement: statements.forStatement,
  if_statement: statements.ifStatement,
  import_declaration: statements.nothing,
  interface_declaration: statements.localClass,
  labeled_statement: statements.labeledStatement,
  local_variable_declaration: statements.variableDeclaration,
  marker_annotation: statements.nothing,
  method_declaration: looseMethod,
  modifiers: statements.nothing,
  module_declaration: statements.nothing,
  package_declaration: statements.nothing,
  record_declaration: statements.localClass,
  return_statement: statements.returnStatement,
  switch_expression: switchStatement,
  synchronized_statement: statements.synchronizedStatement,
  throw_statement: statements.throwStatement,
  try_statement: statements.tryStatement,
  try_with_resources_statement: statements.tryStatement,
  while_statement: statements.whileStatement,
  yield_statement: statements.yieldStatement,
};

const dialectOf = perGrammar(
  (grammar): Dialect => ({
    ...kindsOf(grammar),
    ...handlerTables(grammar, EXPRESSIONS, STATEMENTS),
  }),
);

/** Lowers one file. */
export function lower(tree: SyntaxTree, uri: string, tables?: Tables): ModuleIR {
  return lowerFile(() => new Lowering(tree, uri, dialectOf(tree.grammar), tables), lowerModule);
}

function lowerModule(cx: Lowering, fn: FunctionBuilder): void {
  const { tree } = cx;
  const root = 0;
  cx.within(fn, 'code', {}, () => {
    noteDeclarations(cx, root);
    statements.declareLoose(cx, root);
    if (tree.isError(root)) brokenCode(cx, root);
    else statements.statementList(cx, root);
    fn.finish();
  });
}
