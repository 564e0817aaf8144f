import { model } from '../../../facts/model';
import { cookie, corsHeader, credential, ESCAPE_HTML, NOT_A_PAGE, sinks } from './_words';

const BODIES = ['response.Response($0)', 'response.Response($body)', 'response.Response($text)'];
const UNLESS = { $content_type: NOT_A_PAGE };

export default model({
  library: 'pyramid',
  types: {
    Question: ['view.view_config()($0).param(0)', 'type pyramid.request#Request'],
    Reply: ['response.Response()', 'Question.response', 'type pyramid.response#Response'],
  },
  sources: {
    remote: ['Question.{params,GET,POST,matchdict,json_body,json,body,text,cookies,headers,query_string}'],
  },
  sinks: {
    html: sinks(BODIES, { unless: UNLESS, fix: ESCAPE_HTML }),
    redirect: ['HTTPFound', 'HTTPSeeOther', 'HTTPMovedPermanently', 'HTTPTemporaryRedirect'].flatMap((name) => [
      `httpexceptions.${name}($0)`,
      `httpexceptions.${name}($location)`,
    ]),
    path: ['response.FileResponse($0)'],
    session: ['Question.session.*', 'Question.session[]', { at: 'Question.session.__setitem__($0)', variant: 'key' }],
  },
  sanitizers: [
    { at: 'renderers.render()', cleans: ['html', 'html-script'] },
    { at: 'renderers.render_to_response()', cleans: 'all' },
    { at: 'Question.{route_url,route_path,static_url}()', cleans: 'all' },
  ],
  configs: [
    {
      ...cookie('Reply.set_cookie()', { unset: null }),
      options: {
        name: { from: ['$0', '$name'] },
        value: { from: ['$1', '$value'] },
        maxAge: { from: ['$2', '$max_age'] },
        secure: { from: ['$5', '$secure'], unset: false },
        httpOnly: { from: ['$6', '$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: null },
      },
    },
    {
      kind: 'session-cookie',
      at: 'session.SignedCookieSessionFactory()',
      options: {
        name: { from: ['$cookie_name'], unset: 'session' },
        secure: { from: ['$secure'], unset: false },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: 'Lax' },
      },
      fix: { secure: '$secure = True', httpOnly: '$httponly = True', sameSite: '$samesite = "Lax"' },
    },
    credential('session.SignedCookieSessionFactory()', '$0', '$secret'),
    corsHeader('Reply.headers["Access-Control-Allow-Origin"]'),
  ],
});
