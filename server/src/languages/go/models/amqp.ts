import { model } from '../../../facts/model';
import { connection } from './_words';

export default model({
  library: 'github.com/rabbitmq/amqp091-go',
  aliases: ['github.com/streadway/amqp'],
  configs: [connection('github.com/rabbitmq/amqp091-go.{Dial,DialConfig}()', '$0')],
});
