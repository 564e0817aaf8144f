import { model } from '../../../facts/model';
import { textLength } from './_words';

const BASES = ['javax.validation', 'jakarta.validation'];
const named = (name: string): string[] => BASES.map((base) => `${base}.${name}`);

export default model({
  library: 'jakarta.validation',
  aliases: ['javax.validation'],
  constraints: [
    { with: named('constraints.Pattern'), pattern: 'regexp' },
    { with: named('Constraint'), validator: { argument: 'validatedBy', method: 'isValid' } },
    {
      with: ['org.hibernate.validator.constraints.UUID', ...named('constraints.Digits')],
      cleans: 'all',
    },
  ],
  configs: [textLength('constraints.Size()')],
});
