import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

export default model({
  library: 'github.com/beego/beego/v2/server/web',
  aliases: ['github.com/astaxie/beego', 'github.com/beego/beego'],
  types: {
    Controller: ['type github.com/beego/beego/v2/server/web#Controller'],
    Words: [
      'Controller.GetString()',
      'Controller.Ctx.Input.{Query,Param,Cookie,Header}()',
      'Controller.Ctx.GetCookie()',
    ],
    Request: ['Controller.Ctx.Request'],
    Writer: ['Controller.Ctx.ResponseWriter'],
  },
  extends: { Words: [':Text'], Request: ['net/http:Request'], Writer: ['net/http:ResponseWriter'] },
  sources: {
    remote: [
      'Controller.{GetString,GetStrings,Input}()',
      'Controller.Ctx.Input.{Query,Param,Cookie}()',
      'Controller.Ctx.Input.RequestBody',
      'Controller.Ctx.GetCookie()',
      'Controller.GetFile()[1].Filename',
      'Controller.{ParseForm,BindJSON,Bind,BindForm}($0)',
    ],
  },
  sinks: {
    html: [{ at: 'Controller.Ctx.WriteString($0)', fix: ESCAPE_HTML }],
    redirect: ['Controller.Redirect($0)', 'Controller.Ctx.Redirect($1)'],
    path: ['Controller.SaveToFile($1)', 'Controller.Ctx.Output.Download($0)'],
    session: ['Controller.SetSession($1)'],
  },
});
