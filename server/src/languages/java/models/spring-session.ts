import { model } from '../../../facts/model';

const ANNOTATIONS = [
  'data.redis.config.annotation.web.http.EnableRedisHttpSession',
  'data.redis.config.annotation.web.http.EnableRedisIndexedHttpSession',
  'jdbc.config.annotation.web.http.EnableJdbcHttpSession',
  'data.mongo.config.annotation.web.http.EnableMongoHttpSession',
];

export default model({
  library: 'org.springframework.session',
  configs: ANNOTATIONS.map((name) => ({
    kind: 'session-lifetime' as const,
    at: `${name}()`,
    options: {
      lifetime: { from: ['$maxInactiveIntervalInSeconds'] },
      forever: { from: [], unset: true },
    },
  })),
});
