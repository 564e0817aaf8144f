import { model } from '../../../facts/model';
import { cookie, ESCAPE_MARKUP, NOT_A_PAGE, passwordCost, sinks } from './_words';

const BODIES = ['wrappers.Response($0)', 'wrappers.Response($response)'];
const UNLESS = { $mimetype: NOT_A_PAGE, $content_type: NOT_A_PAGE };

export default model({
  library: 'werkzeug',
  types: {
    Question: ['wrappers.Request()', 'type werkzeug.wrappers#Request'],
    Reply: ['wrappers.Response()', 'utils.redirect()', 'type werkzeug.wrappers#Response'],
  },
  sources: {
    remote: [
      'Question.{args,form,values,json,data,files,cookies,headers,query_string,path,full_path,stream}',
      'Question.{get_json,get_data}()',
    ],
  },
  sinks: {
    html: sinks(BODIES, { unless: UNLESS, fix: ESCAPE_MARKUP }),
    redirect: ['utils.redirect($0)'],
    path: ['utils.send_file($0)'],
  },
  sanitizers: [
    { at: 'utils.secure_filename()', cleans: ['path', 'header', 'shell', 'log'] },
    { at: 'utils.safe_join()', cleans: ['path'] },
    { at: 'security.safe_join()', cleans: ['path'] },
    { at: 'security.generate_password_hash()', cleans: 'all' },
    { at: 'security.check_password_hash()', cleans: 'all' },
  ],
  operations: { 'control.exit': ['exceptions.abort()'] },
  configs: [
    {
      kind: 'password-hash',
      at: 'security.generate_password_hash()',
      options: { scheme: { from: ['$1', '$method'] } },
      fix: { scheme: '$method -' },
    },
    passwordCost(
      'security.generate_password_hash()',
      'pbkdf2',
      { digest: { from: ['$1', '$method'] }, cost: { from: ['$1', '$method'] } },
      { cost: '$method -' },
    ),
    cookie('Reply.set_cookie()', { unset: null }),
  ],
});
