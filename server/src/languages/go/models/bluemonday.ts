import { model } from '../../../facts/model';

export default model({
  library: 'github.com/microcosm-cc/bluemonday',
  types: {
    Policy: [
      'bluemonday.{StrictPolicy,UGCPolicy,NewPolicy,StripTagsPolicy}()',
      'type github.com/microcosm-cc/bluemonday#Policy',
    ],
  },
  sanitizers: [{ at: 'Policy.{Sanitize,SanitizeBytes,SanitizeReader}()', cleans: ['html', 'html-script'] }],
});
