import { model } from '../../../facts/model';

export default model({
  library: 'datetime',
  // Refuses what is no date.
  sanitizers: [
    { at: 'datetime.datetime.{strptime,fromisoformat,fromtimestamp,combine}()', cleans: 'all' },
    { at: 'datetime.date.{fromisoformat,fromtimestamp}()', cleans: 'all' },
    { at: 'datetime.time.fromisoformat()', cleans: 'all' },
    { at: 'datetime.timedelta()', cleans: 'all' },
    { at: 'datetime.date()', cleans: 'all' },
  ],
});
