import { model } from '../../../facts/model';

export default model({
  library: 'io.r2dbc.spi',
  types: {
    Connection: ['type io.r2dbc.spi.Connection'],
    Batch: ['type io.r2dbc.spi.Batch', 'Connection.createBatch()'],
  },
  sinks: {
    sql: ['Connection.createStatement($0)', 'Batch.add($0)'],
  },
  propagators: [{ at: 'Connection.createStatement()', to: [] }],
});
