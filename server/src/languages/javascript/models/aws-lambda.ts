import { model } from '../../../facts/model';

const EVENTS = [
  'APIGatewayProxyEvent',
  'APIGatewayProxyEventV2',
  'APIGatewayEvent',
  'APIGatewayProxyWebsocketEventV2',
  'ALBEvent',
  'LambdaFunctionURLEvent',
];

/** Functions of AWS Lambda are exported, not registered: the name of their parameter says what they are. */
export default model({
  library: 'aws-lambda',
  aliases: ['@types/aws-lambda'],
  types: { Event: EVENTS.map((name) => `type aws-lambda#${name}`) },
  conventions: [
    { parameters: ['event'], types: ['Event'] },
    { parameters: ['_event'], types: ['Event'] },
  ],
  sources: {
    remote: [
      'Event.{queryStringParameters,multiValueQueryStringParameters,pathParameters,body,headers,multiValueHeaders,rawQueryString,rawPath,cookies}',
    ],
  },
});
