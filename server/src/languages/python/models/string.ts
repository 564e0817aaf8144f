import { model } from '../../../facts/model';

/** Placeholders are filled in without evaluating anything: the result is text made of both. */
export default model({
  library: 'string',
  types: { Form: ['Template()'] },
  propagators: [
    { at: 'Form.{substitute,safe_substitute}()', from: ['$this', '$*'] },
    { at: 'capwords()', from: ['$0'] },
  ],
});
