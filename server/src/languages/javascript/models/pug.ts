import { model } from '../../../facts/model';

export default model({
  library: 'pug',
  aliases: ['jade'],
  sinks: {
    template: [
      'pug.{render,compile,compileClient,compileClientWithDependenciesTracked}($0)',
      { at: 'pug.{renderFile,compileFile,compileFileClient}($0)', variant: 'name' },
      { at: 'pug.{render,renderFile}($1)', variant: 'options' },
    ],
  },
  renders: [{ at: 'pug.renderFile()', template: '$0', values: ['$1'] }],
});
