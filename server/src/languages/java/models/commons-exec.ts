import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.exec',
  types: { Line: ['type org.apache.commons.exec.CommandLine', 'CommandLine()', 'CommandLine.parse()'] },
  sinks: {
    shell: [
      'CommandLine.parse($0)',
      'CommandLine($0)',
      // Split at spaces, as a shell would.
      'Line.addArguments($0)',
    ],
  },
  propagators: [
    { at: 'CommandLine.parse()', to: [] },
    { at: 'Line.{addArgument,addArguments}()', to: [] },
  ],
});
