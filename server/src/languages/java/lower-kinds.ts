import type { Grammar } from '../../syntax/grammar';
import { type KindTable, kindTable } from '../tree-lowering';

/** The node kinds and fields that lowering looks at, as numbers of the grammar. */

// biome-ignore format: a list to look things up in
const KINDS = [
  'annotated_type', 'annotation', 'annotation_argument_list', 'annotation_type_declaration', 'annotation_type_element_declaration',
  'array_access', 'array_creation_expression', 'array_initializer', 'array_type', 'assignment_expression', 'asterisk',
  'binary_expression', 'binary_integer_literal', 'block', 'block_comment', 'boolean_type', 'cast_expression', 'catch_clause',
  'catch_formal_parameter', 'catch_type', 'character_literal', 'class_body', 'class_declaration', 'class_literal',
  'compact_constructor_declaration', 'constant_declaration', 'constructor_body', 'constructor_declaration',
  'decimal_floating_point_literal', 'decimal_integer_literal', 'dimensions', 'dimensions_expr', 'do_statement',
  'element_value_array_initializer', 'element_value_pair', 'enhanced_for_statement', 'enum_body_declarations', 'enum_constant',
  'enum_declaration', 'escape_sequence', 'explicit_constructor_invocation', 'expression_statement', 'extends_interfaces', 'false',
  'field_access', 'field_declaration', 'finally_clause', 'floating_point_type', 'for_statement', 'formal_parameter',
  'formal_parameters', 'generic_type', 'guard', 'hex_floating_point_literal', 'hex_integer_literal', 'identifier', 'if_statement',
  'import_declaration', 'inferred_parameters', 'instanceof_expression', 'integral_type', 'interface_declaration',
  'labeled_statement', 'lambda_expression', 'line_comment', 'local_variable_declaration', 'marker_annotation',
  'method_declaration', 'method_invocation', 'method_reference', 'modifiers', 'null_literal', 'object_creation_expression',
  'octal_integer_literal', 'package_declaration', 'parenthesized_expression', 'pattern', 'permits', 'receiver_parameter',
  'record_declaration', 'record_pattern', 'record_pattern_body', 'record_pattern_component', 'resource', 'return_statement',
  'scoped_identifier', 'scoped_type_identifier', 'spread_parameter', 'static_initializer', 'string_interpolation',
  'string_literal', 'super', 'super_interfaces', 'superclass', 'switch_block_statement_group', 'switch_expression', 'switch_label',
  'switch_rule', 'template_expression', 'ternary_expression', 'this', 'throw_statement', 'true', 'type_arguments', 'type_bound',
  'type_identifier', 'type_list', 'type_parameter', 'type_parameters', 'type_pattern', 'unary_expression', 'underscore_pattern',
  'update_expression', 'variable_declarator', 'void_type', 'while_statement', 'wildcard', 'yield_statement',
] as const;

/** Keywords, which are unnamed nodes. */
// biome-ignore format: a list to look things up in
const TOKENS = ['abstract', 'private', 'static', 'default', 'new', 'class', 'interface', 'enum', 'record', '@interface', 'super'] as const;

// biome-ignore format: a list to look things up in
const FIELDS = [
  'alternative', 'arguments', 'array', 'body', 'condition', 'consequence', 'constructor', 'declarator', 'dimensions', 'element',
  'field', 'index', 'init', 'interfaces', 'key', 'left', 'name', 'object', 'operand', 'operator', 'parameters', 'pattern',
  'resources', 'right', 'superclass', 'template_argument', 'template_processor', 'type', 'type_parameters', 'update', 'value',
] as const;

export type Kinds = KindTable<(typeof KINDS)[number], (typeof TOKENS)[number], (typeof FIELDS)[number]>;

export function kindsOf(grammar: Grammar): Kinds {
  return kindTable(grammar, KINDS, TOKENS, FIELDS);
}
