import { model } from '../../../facts/model';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export default model({
  library: 'flask_restful',
  aliases: ['flask_restplus', 'flask_restx'],
  types: {
    App: ['Api()', ...['flask_restful', 'flask_restplus', 'flask_restx'].map((name) => `type ${name}#Api`)],
    Endpoint: ['flask_restful', 'flask_restplus', 'flask_restx'].map((name) => `type ${name}#Resource`),
    Reader: ['reqparse.RequestParser()', 'Reader.{copy,add_argument,replace_argument}()'],
  },
  sources: {
    remote: [
      'Reader.parse_args()',
      { overriding: METHODS.map((method) => `Endpoint.${method}`), exceptTypes: ['int', 'float', 'uuid#UUID'] },
    ],
  },
  routing: [
    // Given an application now or later, it answers below it.
    { at: 'Api()', kind: 'application', path: ['$prefix'] },
    {
      at: 'App.add_resource()',
      kind: 'route',
      path: ['$1…'],
      given: ['$0'],
      classMethods: Object.fromEntries(METHODS.map((name) => [name, [name.toUpperCase()]])),
    },
  ],
  operations: { 'control.exit': ['abort()'] },
});
