import { model } from '../../../facts/model';
import { credentials } from './_words';

const CLIENTS = [
  'S3',
  'DynamoDB',
  'SES',
  'SNS',
  'SQS',
  'Lambda',
  'EC2',
  'SecretsManager',
  'STS',
  'CognitoIdentityServiceProvider',
];

export default model({
  library: 'aws-sdk',
  aliases: [
    '@aws-sdk/client-dynamodb',
    '@aws-sdk/lib-dynamodb',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-ses',
    '@aws-sdk/client-sns',
    '@aws-sdk/client-sqs',
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-lambda',
    '@aws-sdk/client-sts',
  ],
  sinks: {
    nosql: [
      { at: 'ExecuteStatementCommand($0.Statement)', variant: 'script' },
      { at: 'BatchExecuteStatementCommand($0.Statements[].Statement)', variant: 'script' },
      { at: 'DynamoDB().{executeStatement,batchExecuteStatement}($0.Statement)', variant: 'script' },
    ],
  },
  configs: [
    credentials('config.update()', { secretAccessKey: '$0.secretAccessKey' }, { environment: 'AWS_SECRET_ACCESS_KEY' }),
    credentials('Credentials()', { secretAccessKey: '$1' }, { environment: 'AWS_SECRET_ACCESS_KEY' }),
    credentials('Credentials()', { secretAccessKey: '$0.secretAccessKey' }, { environment: 'AWS_SECRET_ACCESS_KEY' }),
    ...CLIENTS.flatMap((name) => [
      credentials(`${name}()`, { secretAccessKey: '$0.secretAccessKey' }, { environment: 'AWS_SECRET_ACCESS_KEY' }),
      credentials(
        `${name}Client()`,
        { secretAccessKey: '$0.credentials.secretAccessKey' },
        { environment: 'AWS_SECRET_ACCESS_KEY' },
      ),
    ]),
  ],
});
