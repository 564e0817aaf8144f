import { model } from '../../../facts/model';

/** Handlers of functions as a service: known by their two parameters alone, nothing is imported. */
export default model({
  library: '',
  types: { LambdaEvent: ['type aws_lambda_powertools.utilities.data_classes#APIGatewayProxyEvent'], LambdaContext: [] },
  sources: {
    remote: [
      'LambdaEvent.{body,queryStringParameters,multiValueQueryStringParameters,pathParameters,headers,multiValueHeaders,rawQueryString,cookies}',
      'LambdaEvent.get("body")',
      'LambdaEvent.get("queryStringParameters")',
      'LambdaEvent.get("multiValueQueryStringParameters")',
      'LambdaEvent.get("pathParameters")',
      'LambdaEvent.get("headers")',
      'LambdaEvent.get("rawQueryString")',
      'LambdaEvent.get("cookies")',
      'LambdaEvent["body"]',
      'LambdaEvent["queryStringParameters"]',
      'LambdaEvent["pathParameters"]',
      'LambdaEvent["headers"]',
    ],
  },
  conventions: [{ parameters: ['event', 'context'], types: ['LambdaEvent', ''] }],
});
