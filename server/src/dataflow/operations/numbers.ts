import { SCALAR_MASK } from '../../facts/resolve';
import { cleanedValue, numberValue, onlyNumber, onlyString, SCALAR, withTaints } from '../value';
import { first, type Operator, type Operators } from './context';

const parseNumber: Operator = (context) => {
  const value = first(context);
  const text = onlyString(value);
  if (text !== undefined && text.trim() !== '' && !Number.isNaN(Number(text))) return numberValue(Number(text));
  const number = onlyNumber(value);
  if (number !== undefined && Number.isInteger(number)) return numberValue(number);
  return cleanedValue(withTaints(SCALAR, value.taints), SCALAR_MASK);
};

const abs: Operator = ({ args }) => {
  const number = onlyNumber(args[0]);
  if (number !== undefined) return numberValue(Math.abs(number));
  return cleanedValue(withTaints(SCALAR, args[0]?.taints ?? []), SCALAR_MASK);
};

export const NUMBER_OPERATORS = {
  'number.parse': parseNumber,
  'number.abs': abs,
} satisfies Operators;
