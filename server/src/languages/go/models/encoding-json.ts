import { model } from '../../../facts/model';

/** Data only: nothing that is read decides what is built. */
export default model({
  library: 'encoding/json',
  aliases: [
    'encoding/xml',
    'encoding/gob',
    'gopkg.in/yaml.v2',
    'gopkg.in/yaml.v3',
    'github.com/goccy/go-json',
    'github.com/json-iterator/go',
    'github.com/BurntSushi/toml',
  ],
  types: {
    Json: ['json.{Marshal,MarshalIndent}()[0]'],
    Decoder: ['NewDecoder()', 'type encoding/json#Decoder', 'type encoding/xml#Decoder'],
    Encoder: ['NewEncoder()', 'type encoding/json#Encoder', 'type encoding/xml#Encoder'],
  },
  sanitizers: [
    { at: 'json.{Marshal,MarshalIndent}()', cleans: ['html', 'html-script', 'log', 'header'] },
    { at: 'Valid()', cleans: 'all' },
  ],
  configs: [
    {
      kind: 'untyped-json',
      at: 'NewEncoder()',
      given: { $0: 'net/http:ResponseWriter' },
      unlessMarked: 'not-a-page',
      // The server looks at the first bytes, which JSON shares with no page.
      options: { guess: { from: [], unset: 'text' } },
      fix: { before: '$0.Header().Set("Content-Type", "application/json")' },
    },
  ],
  propagators: [
    { at: 'NewDecoder()', from: ['$0'] },
    { at: 'Decoder.Decode()', from: ['$this'], to: ['$0'] },
    { at: 'Decoder.{DisallowUnknownFields,UseNumber,More}()', to: [] },
    { at: 'json.{Unmarshal,UnmarshalStrict}()', from: ['$0'], to: ['$1'] },
    { at: 'json.{Marshal,MarshalIndent}()', from: ['$0'], to: ['result[0]'] },
    { at: 'NewEncoder()', to: [] },
    // A writer that is read again would hold it; an answer in JSON harms no page.
    { at: 'Encoder.{Encode,SetIndent,SetEscapeHTML}()', to: [] },
  ],
});
