import { model } from '../../../facts/model';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export default model({
  library: 'flask_restful',
  aliases: ['flask_restplus', 'flask_restx'],
  types: {
    Endpoint: ['flask_restful', 'flask_restplus', 'flask_restx'].map((name) => `type ${name}#Resource`),
    Reader: ['reqparse.RequestParser()', 'Reader.{copy,add_argument,replace_argument}()'],
  },
  sources: {
    remote: [
      'Reader.parse_args()',
      { overriding: METHODS.map((method) => `Endpoint.${method}`), exceptTypes: ['int', 'float', 'uuid#UUID'] },
    ],
  },
  operations: { 'control.exit': ['abort()'] },
});
