import type { Grammar } from '../../syntax/grammar';
import { type KindTable, kindTable } from '../tree-lowering';

/** The node kinds, signs and fields that lowering looks at, as numbers of the grammar. */

// biome-ignore format: a list to look things up in
const KINDS = [
  'aliased_import', 'argument_list', 'as_pattern', 'as_pattern_target', 'assignment', 'attribute', 'augmented_assignment',
  'await', 'binary_operator', 'block', 'boolean_operator', 'call', 'case_clause', 'case_pattern', 'chevron', 'class_definition',
  'class_pattern', 'comparison_operator', 'complex_pattern', 'concatenated_string', 'conditional_expression', 'decorated_definition',
  'decorator', 'default_parameter', 'dict_pattern', 'dictionary', 'dictionary_splat', 'dictionary_splat_pattern', 'dotted_name',
  'elif_clause', 'else_clause', 'except_clause', 'expression_list', 'expression_statement', 'false', 'finally_clause', 'float',
  'for_in_clause', 'for_statement', 'format_expression', 'format_specifier', 'function_definition', 'future_import_statement',
  'generator_expression', 'generic_type', 'global_statement', 'identifier', 'if_clause', 'if_statement', 'import_from_statement',
  'import_prefix', 'import_statement', 'integer', 'interpolation', 'keyword_argument', 'keyword_pattern', 'keyword_separator', 'lambda',
  'lambda_parameters', 'list', 'list_pattern', 'list_splat', 'list_splat_pattern', 'match_statement', 'module', 'named_expression',
  'none', 'nonlocal_statement', 'not_operator', 'pair', 'parameters', 'parenthesized_expression', 'parenthesized_list_splat',
  'pattern_list', 'positional_separator', 'relative_import', 'set', 'slice', 'splat_pattern', 'string', 'string_content', 'string_end',
  'string_start', 'subscript', 'true', 'try_statement', 'tuple', 'tuple_pattern', 'type', 'type_alias_statement', 'type_conversion',
  'type_parameter', 'typed_default_parameter', 'typed_parameter', 'unary_operator', 'union_pattern', 'union_type', 'while_statement',
  'wildcard_import', 'with_clause', 'with_item', 'with_statement', 'yield',
] as const;

/** Keywords and signs, which are unnamed nodes. */
const TOKENS = ['async', 'from', '_', '-', '=', ':', '(', ')', 'def', ','] as const;

// biome-ignore format: a list to look things up in
const FIELDS = [
  'alias', 'alternative', 'argument', 'arguments', 'attribute', 'body', 'cause', 'code', 'condition', 'consequence', 'definition',
  'expression', 'format_specifier', 'function', 'guard', 'key', 'left', 'module_name', 'name', 'object', 'operator', 'operators',
  'parameters', 'return_type', 'right', 'subject', 'subscript', 'superclasses', 'type', 'type_conversion', 'value',
] as const;

export type Kinds = KindTable<(typeof KINDS)[number], (typeof TOKENS)[number], (typeof FIELDS)[number]>;

export function kindsOf(grammar: Grammar): Kinds {
  return kindTable(grammar, KINDS, TOKENS, FIELDS);
}
