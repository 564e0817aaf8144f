import { model } from '../../../facts/model';
import { made } from './_words';

const LEVELS = '{Debug,Info,Warn,Error,DPanic,Panic,Fatal}';

/** Fields are encoded by the encoder, the text beside them too. */
export default model({
  library: 'go.uber.org/zap',
  types: {
    Logger: [
      'zap.{New,NewProduction,NewDevelopment,L,Must,NewExample}()',
      'Logger.{Named,With,WithOptions}()',
      ...made('go.uber.org/zap', 'Logger'),
    ],
    Sugar: ['zap.S()', 'Logger.Sugar()', 'Sugar.{Named,With}()', ...made('go.uber.org/zap', 'SugaredLogger')],
  },
  sinks: {
    'log-field': [
      `Logger.${LEVELS}($0)`,
      'zap.{String,ByteString,Any,Strings}($1)',
      'Sugar.{Debug,Debugf,Debugw,Debugln,Info,Infof,Infow,Infoln,Warn,Warnf,Warnw,Warnln,Error,Errorf,Errorw,Errorln}($*)',
      'Sugar.With($*)',
    ],
  },
  propagators: [
    { at: 'zap.{New,NewProduction,NewDevelopment,String,ByteString,Any,Strings}()', to: [] },
    { at: 'Logger.*()', to: [] },
    { at: 'Sugar.*()', to: [] },
  ],
});
