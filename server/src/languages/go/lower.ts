import type { FunctionBuilder } from '../../ir/builder';
import type { ModuleIR } from '../../ir/ir';
import type { Tables } from '../../ir/tables';
import type { SyntaxTree } from '../../syntax/tree';
import { handlerTables, lowerFile, perGrammar } from '../tree-lowering';
import { assignment, increment, shortVariables } from './lower-assign';
import { brokenCode } from './lower-broken';
import { typeConversion } from './lower-calls';
import { chain, unary } from './lower-chains';
import { bareLiteral, compositeLiteral } from './lower-composites';
import { type Dialect, type ExpressionHandler, Lowering, type StatementHandler } from './lower-context';
import {
  constDeclaration,
  functionDeclaration,
  lowerPackage,
  methodDeclaration,
  typeDeclaration,
  varDeclaration,
} from './lower-declarations';
import { funcLiteral } from './lower-functions';
import { kindsOf } from './lower-kinds';
import { imaginary, number, rune, string } from './lower-literals';
import { identifier, noteImports, qualifiedValue } from './lower-names';
import * as statements from './lower-statements';
import { expressionSwitch, looseCase, selectStatement, typeSwitch } from './lower-switch';
import { typeRef } from './lower-types';

/** A type where a value is expected: an argument of `make` or `new`, or of a generic function. */
const typeValue: ExpressionHandler = (cx, n) => cx.fn.typeName(typeRef(cx, n) || 'any', cx.at(n));

/** Expression kinds, and what is lowered as one where code is broken. */
export const EXPRESSIONS: Readonly<Record<string, ExpressionHandler>> = {
  array_type: typeValue,
  binary_expression: chain,
  call_expression: chain,
  channel_type: typeValue,
  composite_literal: compositeLiteral,
  false: (cx, n) => cx.fn.const(false, cx.at(n)),
  float_literal: number,
  func_literal: funcLiteral,
  function_type: typeValue,
  generic_type: typeValue,
  identifier,
  imaginary_literal: imaginary,
  index_expression: chain,
  int_literal: number,
  interface_type: typeValue,
  interpreted_string_literal: string,
  iota: (cx, n) => cx.fn.const(cx.iota, cx.at(n)),
  literal_value: bareLiteral,
  map_type: typeValue,
  nil: (cx, n) => cx.fn.const(null, cx.at(n)),
  parenthesized_expression: chain,
  pointer_type: typeValue,
  qualified_type: qualifiedValue,
  raw_string_literal: string,
  rune_literal: rune,
  selector_expression: chain,
  slice_expression: chain,
  slice_type: typeValue,
  struct_type: typeValue,
  true: (cx, n) => cx.fn.const(true, cx.at(n)),
  type_assertion_expression: chain,
  type_conversion_expression: typeConversion,
  type_identifier: identifier,
  // `f[A, B]` of a generic function or type is the function or type.
  type_instantiation_expression: (cx, n) => cx.operand(n, cx.f.type),
  unary_expression: unary,
};

/** Statement kinds. Those that only say what names mean run no code. */
export const STATEMENTS: Readonly<Record<string, StatementHandler>> = {
  assignment_statement: assignment,
  block: statements.block,
  break_statement: statements.breakStatement,
  communication_case: looseCase,
  const_declaration: constDeclaration,
  continue_statement: statements.continueStatement,
  dec_statement: (cx, n) => increment(cx, n, '-'),
  default_case: looseCase,
  defer_statement: statements.laterStatement,
  empty_statement: statements.nothing,
  expression_case: looseCase,
  expression_list: statements.looseList,
  expression_statement: statements.expressionStatement,
  expression_switch_statement: expressionSwitch,
  fallthrough_statement: statements.nothing,
  for_statement: statements.forStatement,
  function_declaration: functionDeclaration,
  go_statement: statements.laterStatement,
  goto_statement: statements.gotoStatement,
  if_statement: statements.ifStatement,
  import_declaration: statements.nothing,
  inc_statement: (cx, n) => increment(cx, n, '+'),
  labeled_statement: statements.labeledStatement,
  method_declaration: methodDeclaration,
  package_clause: statements.nothing,
  receive_statement: statements.receiveStatement,
  return_statement: statements.returnStatement,
  select_statement: selectStatement,
  send_statement: statements.sendStatement,
  short_var_declaration: shortVariables,
  statement_list: statements.statementList,
  type_case: looseCase,
  type_declaration: typeDeclaration,
  type_switch_statement: typeSwitch,
  var_declaration: varDeclaration,
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
  cx.moduleFn = fn;
  cx.within(fn, [], () => {
    noteImports(cx, root);
    if (tree.isError(root)) brokenCode(cx, root);
    else lowerPackage(cx, root);
    fn.finish();
  });
}
