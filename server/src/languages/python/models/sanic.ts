import { model } from '../../../facts/model';
import { ESCAPE_HTML, sinks } from './_words';

const ROUTE = 'App.{get,post,put,patch,delete,route,websocket}()($0)';
const PAGES = ['response.html($0)'];

export default model({
  library: 'sanic',
  types: {
    App: ['Sanic()', 'Blueprint()', 'type sanic#Sanic', 'type sanic#Blueprint'],
    Question: [`${ROUTE}.param(0)`, 'type sanic#Request', 'type sanic.request#Request'],
    Reply: ['response.{html,text,json,redirect,raw,empty,HTTPResponse}()'],
  },
  sources: {
    remote: [
      'Question.{args,form,json,body,files,cookies,headers,query_string,query_args,match_info}',
      'Question.{get_args,load_json,get_form}()',
      ...['1', '2', '3'].map((index) => `${ROUTE}.param(${index})`),
    ],
  },
  sinks: {
    html: sinks(PAGES, { fix: ESCAPE_HTML }),
    redirect: ['response.redirect($0)'],
    path: ['response.file($0)', 'response.file_stream($0)'],
  },
  sanitizers: [
    { at: 'response.json()', cleans: ['html', 'html-script'] },
    { at: 'response.text()', cleans: ['html', 'html-script'] },
  ],
  configs: [
    {
      kind: 'cookie',
      at: 'Reply.add_cookie()',
      options: {
        name: { from: ['$0', '$key'] },
        value: { from: ['$1', '$value'] },
        maxAge: { from: ['$max_age'] },
        secure: { from: ['$secure'], unset: true },
        httpOnly: { from: ['$httponly'], unset: false },
        sameSite: { from: ['$samesite'], unset: 'Lax' },
      },
      fix: { secure: '$secure = True', httpOnly: '$httponly = True', sameSite: '$samesite = "Lax"' },
    },
  ],
});
