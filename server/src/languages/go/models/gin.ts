import { model } from '../../../facts/model';
import {
  claimedAddresses,
  DISPOSITION,
  ESCAPE_HTML,
  FAULTS,
  headerConfigs,
  LOCATION,
  nothing,
  PAGE,
  sinks,
} from './_words';

export default model({
  library: 'github.com/gin-gonic/gin',
  types: {
    Context: ['type github.com/gin-gonic/gin#Context'],
    Engine: [
      'type github.com/gin-gonic/gin#Engine',
      'type github.com/gin-gonic/gin#RouterGroup',
      'gin.{Default,New}()',
      'Engine.{Group,Use}()',
    ],
    Request: ['Context.Request'],
    Writer: ['Context.Writer'],
    Upload: ['Context.FormFile()[0]', 'Context.MultipartForm()[0].File[][]'],
    Words: [
      'Context.{Query,DefaultQuery,PostForm,DefaultPostForm,Param}()',
      'Context.{GetQuery,GetPostForm,Cookie}()[0]',
      'Context.{QueryArray,PostFormArray}()[]',
      'Context.{GetHeader,ClientIP,RemoteIP}()',
      'Context.Params.ByName()',
    ],
  },
  extends: {
    Request: ['net/http:Request'],
    Writer: ['net/http:ResponseWriter'],
    Upload: ['net/http:Upload'],
    Words: [':Text'],
  },
  sources: {
    'claimed-address': claimedAddresses('Context.GetHeader'),
    remote: [
      { at: 'Context.{Query,DefaultQuery}()', part: 'query' },
      'Context.{PostForm,DefaultPostForm,Param}()',
      'Context.{QueryArray,PostFormArray,QueryMap,PostFormMap}()',
      { at: 'Context.GetQuery()[0]', part: 'query' },
      'Context.{GetPostForm,GetQueryArray,GetPostFormArray,GetRawData,Cookie,MultipartForm}()[0]',
      { at: 'Context.GetHeader()', harmlessTo: ['log', 'header'] },
      'Context.Params.ByName()',
      {
        at: 'Context.{Bind,BindJSON,BindQuery,BindUri,BindXML,BindYAML,ShouldBind,ShouldBindJSON,ShouldBindQuery,ShouldBindUri,ShouldBindXML,ShouldBindYAML,ShouldBindWith,ShouldBindBodyWith,ShouldBindBodyWithJSON}($0)',
      },
    ],
  },
  sinks: {
    answer: [
      {
        at: 'Context.{JSON,IndentedJSON,PureJSON,AbortWithStatusJSON,AbortWithStatusPureJSON,XML,YAML}($1)',
        deep: true,
        when: { $0: FAULTS },
      },
      { at: 'Context.String($1…)', when: { $0: FAULTS } },
      {
        at: 'Context.{JSON,IndentedJSON,PureJSON,AbortWithStatusJSON,AbortWithStatusPureJSON,XML,YAML}($1)',
        deep: true,
        variant: 'any',
      },
    ],
    html: [
      { at: 'Context.Data($2)', when: { $1: PAGE }, fix: ESCAPE_HTML },
      { at: 'Context.Header("Content-Type", "text/html").String($1…)' },
    ],
    redirect: ['Context.Redirect($1)', ...sinks(['Context.Header($1)'], { when: { $0: LOCATION } })],
    path: [
      'Context.{File,FileAttachment}($0)',
      'Context.SaveUploadedFile($1)',
      'Engine.{LoadHTMLFiles,LoadHTMLGlob}($*)',
    ],
    identity: ['Context.Set($1)'],
    header: sinks(['Context.Header($1)'], { when: { $0: DISPOSITION }, variant: 'file-name' }),
    template: [{ at: 'Context.HTML($1)', variant: 'name' }],
  },
  sanitizers: [{ at: 'Context.{ClientIP,RemoteIP,FullPath,ContentType,HandlerName}()', cleans: 'all' }],
  propagators: nothing(
    'Context.{Get,MustGet,GetString,GetInt,GetBool,Value,Set,Next,Abort,AbortWithStatus,AbortWithStatusJSON}()',
    'Context.{Error,JSON,String,HTML,XML,YAML,Data,Redirect,File,FileAttachment,SaveUploadedFile,Header,Status}()',
    'Context.{SetCookie,SetSameSite,Negotiate,Stream,Copy,IsAborted}()',
    'Engine.*()',
  ),
  routing: [
    { at: 'gin.{Default,New}()', kind: 'application' },
    { at: 'Engine.Group()', kind: 'group', path: ['$0'], given: ['$1…'] },
    {
      at: 'Engine.{GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS}()',
      kind: 'route',
      path: ['$0'],
      method: ['$callee'],
      given: ['$1…'],
    },
    { at: 'Engine.Any()', kind: 'route', path: ['$0'], given: ['$1…'] },
    { at: 'Engine.Handle()', kind: 'route', path: ['$1'], method: ['$0'], given: ['$2…'] },
    { at: 'Engine.Match()', kind: 'route', path: ['$1'], method: ['$0'], given: ['$2…'] },
    { at: 'Engine.Use()', kind: 'use', given: ['$*'] },
  ],
  controls: [
    { kind: 'authentication', at: 'BasicAuth()' },
    { kind: 'authentication', at: 'BasicAuthForRealm()' },
  ],
  configs: [
    { kind: 'proxied-app', at: 'gin.{Default,New}()', options: {} },
    { kind: 'client-address', at: 'Context.ClientIP()', options: {} },
    {
      kind: 'trusted-proxies',
      at: 'Engine.SetTrustedProxies()',
      options: { proxies: { from: ['$0'] } },
    },
    { kind: 'trusted-proxies', at: 'Engine.TrustedPlatform', options: {} },
    { kind: 'trusted-proxies', at: 'Engine.ForwardedByClientIP', options: {} },
    {
      kind: 'cookie',
      at: 'Context.SetCookie()',
      options: {
        name: { from: ['$0'] },
        value: { from: ['$1'] },
        maxAge: { from: ['$2'] },
        secure: { from: ['$5'] },
        httpOnly: { from: ['$6'] },
      },
      fix: { secure: '$5 = true', httpOnly: '$6 = true' },
    },
    ...headerConfigs('Context.Header'),
    { kind: 'http-app', at: 'gin.{Default,New}()', options: {} },
    {
      kind: 'credential',
      at: 'BasicAuth()',
      options: { password: { from: ['$0'] } },
    },
  ],
});
