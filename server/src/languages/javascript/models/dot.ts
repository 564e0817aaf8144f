import { model } from '../../../facts/model';

/** Engines whose template is the first argument of one function. */
export default model({
  library: 'dot',
  aliases: ['template7', 'art-template', 'velocityjs', 'marko', 'dustjs-linkedin', 'whiskers'],
  sinks: {
    template: [
      'dot.{template,compile}($0)',
      'dot.{render,renderSource}($0)',
      { at: 'dot.{renderFile,compileFile}($0)', variant: 'name' },
    ],
  },
});
