import { model } from '../../../facts/model';

/** Templates run in a sandbox of their own: they show what they are given. */
export default model({
  library: 'liquidjs',
  types: { Engine: ['Liquid()', 'type liquidjs#Liquid'] },
  sinks: {
    template: [
      { at: 'Engine.{parse,parseAndRender,parseAndRenderSync}($0)', variant: 'sandbox' },
      { at: 'Engine.{renderFile,renderFileSync,parseFile}($0)', variant: 'name' },
    ],
  },
});
