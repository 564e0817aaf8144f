import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

const PARTS = ['provider', 'common', 'config.annotation'].map((part) => `org.springframework.security.oauth2.${part}`);

/** The project before Spring Security had these protocols itself, under other packages of the same name. */
export default model({
  library: 'org.springframework.security.oauth2.provider',
  aliases: PARTS.slice(1),
  configs: [
    outdated('org.springframework.security.oauth2.provider', PARTS, {
      state: 'abandoned',
      instead: 'what Spring Security has for clients and resources, and Spring Authorization Server',
    }),
  ],
});
