import { model } from '../../../facts/model';

export default model({
  library: 'ejs',
  sinks: {
    template: [
      { at: 'ejs.render($0)', bind: { style: '<%= name %>', values: 'object', at: 1 } },
      'ejs.compile($0)',
      { at: 'ejs.renderFile($0)', variant: 'name' },
      { at: 'ejs.{render,renderFile}($1)', variant: 'options' },
    ],
  },
  renders: [{ at: 'ejs.renderFile()', template: '$0', values: ['$1'] }],
});
