import { model } from '../../../facts/model';

/**
 * Handlers that are registered elsewhere: what frameworks call their first parameter says that it is a request, not of
 * which framework. Their requests have few names in common, so it may be any of them.
 */
export default model({
  library: '',
  types: { AnyRequest: [] },
  extends: {
    AnyRequest: [
      'django.http:Question',
      'rest_framework:Question',
      'starlette:Question',
      'aiohttp:Question',
      'pyramid:Question',
      'sanic:Question',
    ],
  },
  conventions: [{ parameters: ['request'], types: ['AnyRequest'] }],
});
