import type { Grammar } from '../../syntax/grammar';
import { type KindTable, kindTable } from '../tree-lowering';

/** The node kinds and fields that lowering looks at, as numbers of one grammar. The three dialects share these names. */

// biome-ignore format: a list to look things up in
const KINDS = [
  'abstract_class_declaration', 'accessibility_modifier', 'ambient_declaration', 'arguments', 'array', 'array_pattern',
  'array_type', 'arrow_function', 'as_expression', 'assignment_expression', 'assignment_pattern', 'augmented_assignment_expression',
  'await_expression', 'binary_expression', 'call_expression', 'class', 'class_body', 'class_declaration', 'class_heritage',
  'class_static_block', 'comment', 'computed_property_name', 'decorator', 'else_clause', 'enum_assignment', 'enum_declaration',
  'export_clause', 'export_specifier', 'export_statement', 'expression_statement', 'extends_clause', 'extends_type_clause',
  'false', 'field_definition', 'flow_maybe_type', 'formal_parameters', 'for_in_statement', 'for_statement', 'function_declaration',
  'function_expression', 'function_type', 'generator_function', 'generator_function_declaration', 'generic_type',
  'html_character_reference', 'html_comment', 'identifier', 'if_statement', 'implements_clause', 'import', 'import_alias',
  'import_clause', 'import_require_clause', 'import_specifier', 'import_statement', 'instantiation_expression',
  'interface_declaration', 'internal_module', 'intersection_type', 'jsx_attribute', 'jsx_element', 'jsx_expression',
  'jsx_namespace_name', 'jsx_self_closing_element', 'jsx_text', 'labeled_statement', 'lexical_declaration', 'literal_type',
  'member_expression', 'method_definition', 'module', 'named_imports', 'namespace_export', 'namespace_import',
  'nested_identifier', 'nested_type_identifier', 'non_null_expression', 'null', 'number', 'object', 'object_assignment_pattern',
  'object_pattern', 'object_type', 'optional_parameter', 'optional_type', 'pair', 'pair_pattern', 'parenthesized_expression',
  'parenthesized_type', 'predefined_type', 'private_property_identifier', 'property_identifier', 'property_signature',
  'public_field_definition', 'readonly_type', 'required_parameter', 'rest_pattern', 'satisfies_expression',
  'sequence_expression', 'shorthand_property_identifier', 'shorthand_property_identifier_pattern', 'spread_element',
  'statement_block', 'string', 'string_fragment', 'subscript_expression', 'super', 'switch_case', 'switch_default',
  'template_literal_type', 'template_string', 'template_substitution', 'this', 'this_type', 'true', 'type_alias_declaration',
  'type_annotation', 'type_arguments', 'type_identifier', 'type_predicate_annotation', 'asserts_annotation', 'tuple_type',
  'undefined', 'union_type', 'using_declaration', 'variable_declaration', 'variable_declarator', 'while_statement', 'do_statement',
  'unary_expression', 'update_expression', 'empty_statement',
] as const;

/** Keywords and signs, which are unnamed nodes. */
// biome-ignore format: a list to look things up in
const TOKENS = ['async', 'static', 'static get', '*', 'get', 'set', 'type', 'typeof', 'readonly', 'using', 'await', 'default', '=', 'as'] as const;

// biome-ignore format: a list to look things up in
const FIELDS = [
  'alias', 'alternative', 'argument', 'arguments', 'attribute', 'body', 'close_tag', 'condition', 'consequence', 'constructor',
  'declaration', 'decorator', 'finalizer', 'function', 'handler', 'increment', 'index', 'initializer', 'key', 'kind', 'label',
  'left', 'module', 'name', 'object', 'open_tag', 'operator', 'parameter', 'parameters', 'pattern', 'property', 'flags',
  'return_type', 'right', 'source', 'type', 'type_arguments', 'value',
] as const;

export type Kinds = KindTable<(typeof KINDS)[number], (typeof TOKENS)[number], (typeof FIELDS)[number]>;

export function kindsOf(grammar: Grammar): Kinds {
  return kindTable(grammar, KINDS, TOKENS, FIELDS);
}
