import { model } from '../../../facts/model';

export default model({
  library: 'com.fasterxml.jackson.databind',
  types: {
    Mapper: [
      'type com.fasterxml.jackson.databind.ObjectMapper',
      'type com.fasterxml.jackson.databind.json.JsonMapper',
      'ObjectMapper()',
    ],
    Json: ['Mapper.writeValueAsString()'],
    Tree: ['type com.fasterxml.jackson.databind.JsonNode', 'Mapper.readTree()', 'Tree.{get,path,at,findValue}()'],
  },
  sanitizers: [
    {
      at: 'Tree.{asInt,asLong,asDouble,asBoolean,intValue,longValue,doubleValue,booleanValue,size,has,isNull}()',
      cleans: 'all',
    },
  ],
  propagators: [
    {
      at: 'Mapper.{readValue,readTree,convertValue,treeToValue,valueToTree,writeValueAsString,writeValueAsBytes}()',
      from: ['$0'],
    },
    { at: 'Tree.{get,path,at,findValue,asText,textValue,toString,elements,fields,fieldNames}()', from: ['$this'] },
  ],
  configs: [
    {
      kind: 'deserializer',
      at: 'Mapper.{enableDefaultTyping,enableDefaultTypingAsProperty}()',
      options: { safe: { from: [], unset: false } },
    },
    {
      kind: 'deserializer',
      at: 'Mapper.{activateDefaultTyping,setPolymorphicTypeValidator}()',
      when: {
        $0: [
          'com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator.instance',
          'com.fasterxml.jackson.databind.ObjectMapper.getPolymorphicTypeValidator',
        ],
      },
      options: { safe: { from: [], unset: false } },
    },
    {
      kind: 'deserializer',
      at: 'jsontype.impl.LaissezFaireSubTypeValidator()',
      options: { safe: { from: [], unset: false } },
    },
  ],
});
